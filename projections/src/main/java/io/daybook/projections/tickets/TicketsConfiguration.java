package io.daybook.projections.tickets;

import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class TicketsConfiguration {
  @Bean
  TicketsProjection ticketsProjection(
      Writes writes, PositionWriter positions, PersonalTexts texts) {
    return new TicketsProjection(writes, positions, texts);
  }

  @Bean
  Tickets tickets(JdbcClient jdbc, PersonalTexts texts) {
    return new Tickets(jdbc, texts);
  }
}
