package io.daybook.projections.tickets;

import io.daybook.projections.shared.PositionWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class TicketsConfiguration {
  @Bean
  TicketsProjection ticketsProjection(JdbcClient jdbc, PositionWriter positions) {
    return new TicketsProjection(jdbc, positions);
  }

  @Bean
  Tickets tickets(JdbcClient jdbc) {
    return new Tickets(jdbc);
  }
}
