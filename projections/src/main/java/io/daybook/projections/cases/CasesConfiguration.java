package io.daybook.projections.cases;

import io.daybook.projections.shared.PositionWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {
  @Bean
  CasesProjection casesProjection(JdbcClient jdbc, PositionWriter positions) {
    return new CasesProjection(jdbc, positions);
  }

  @Bean
  Cases cases(JdbcClient jdbc) {
    return new Cases(jdbc);
  }

  @Bean
  CaseClearance caseClearance(JdbcClient jdbc) {
    return new CaseClearance(jdbc);
  }
}
