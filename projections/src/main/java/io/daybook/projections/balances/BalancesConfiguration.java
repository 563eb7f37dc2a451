package io.daybook.projections.balances;

import io.daybook.projections.shared.PositionWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class BalancesConfiguration {
  @Bean
  BalancesProjection balancesProjection(JdbcClient jdbc, PositionWriter positions) {
    return new BalancesProjection(jdbc, positions);
  }

  @Bean
  Balances balances(JdbcClient jdbc) {
    return new Balances(jdbc);
  }
}
