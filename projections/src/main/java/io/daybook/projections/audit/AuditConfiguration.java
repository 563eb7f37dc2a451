package io.daybook.projections.audit;

import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
  @Bean
  AuditProjection auditProjection(Writes writes, PositionWriter positions) {
    return new AuditProjection(writes, positions);
  }

  @Bean
  Activities activities(JdbcClient jdbc) {
    return new Activities(jdbc);
  }
}
