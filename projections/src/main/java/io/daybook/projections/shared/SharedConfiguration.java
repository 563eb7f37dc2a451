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
  ProjectionFailures projectionFailures() {
    return new ProjectionFailures();
  }

  @Bean
  Processors projectionProcessors(ObjectProvider<EventProcessingConfiguration> processing) {
    return new Processors(processing::getObject);
  }

  @Bean
  Writes writes(JdbcClient jdbc) {
    return new Writes(jdbc);
  }

  @Bean
  PositionWriter positionWriter(JdbcClient jdbc, ProjectionFailures failures) {
    return new PositionWriter(jdbc, failures);
  }

  @Bean
  ProjectionPositions projectionPositions(
      JdbcClient jdbc,
      Processors processors,
      JournalHead journal,
      Clock clock,
      ProjectionFailures failures) {
    return new ProjectionPositions(jdbc, processors, journal, clock, failures);
  }

  @Bean
  ProjectionRebuilds projectionRebuilds(Processors processors) {
    return new ProjectionRebuilds(processors);
  }
}
