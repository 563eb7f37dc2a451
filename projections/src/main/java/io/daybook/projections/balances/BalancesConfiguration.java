package io.daybook.projections.balances;

import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class BalancesConfiguration {
  @Bean
  BalancesProjection balancesProjection(Writes writes, PositionWriter positions) {
    return new BalancesProjection(writes, positions);
  }

  @Bean
  Balances balances(JdbcClient jdbc) {
    return new Balances(jdbc);
  }
}
