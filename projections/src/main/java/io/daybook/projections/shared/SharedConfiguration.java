package io.daybook.projections.shared;

import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares what all projections share. */
@Configuration(proxyBeanMethods = false)
public class SharedConfiguration {
  @Bean
  PositionWriter positionWriter(JdbcClient jdbc) {
    return new PositionWriter(jdbc);
  }

  @Bean
  ProjectionPositions projectionPositions(
      JdbcClient jdbc,
      ObjectProvider<EventProcessingConfiguration> processing,
      JournalHead journal,
      Clock clock) {
    return new ProjectionPositions(jdbc, processing::getObject, journal, clock);
  }

  @Bean
  ProjectionRebuilds projectionRebuilds(ObjectProvider<EventProcessingConfiguration> processing) {
    return new ProjectionRebuilds(processing::getObject);
  }
}
