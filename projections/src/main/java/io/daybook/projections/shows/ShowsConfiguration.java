package io.daybook.projections.shows;

import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class ShowsConfiguration {
  @Bean
  ShowsProjection showsProjection(Writes writes, PositionWriter positions) {
    return new ShowsProjection(writes, positions);
  }

  @Bean
  Shows shows(JdbcClient jdbc) {
    return new Shows(jdbc);
  }

  @Bean
  Holds holds(JdbcClient jdbc) {
    return new Holds(jdbc);
  }
}
