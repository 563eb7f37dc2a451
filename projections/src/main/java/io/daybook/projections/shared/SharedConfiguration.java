package io.daybook.projections.shared;

import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotationUtils;
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
      ProjectionRebuilds rebuilds,
      JournalHead journal,
      Clock clock,
      ProjectionFailures failures) {
    return new ProjectionPositions(jdbc, processors, rebuilds, journal, clock, failures);
  }

  @Bean
  ProjectionRebuilds projectionRebuilds(
      Processors processors,
      ListableBeanFactory beans,
      JournalRanges journal,
      JournalHead head,
      JdbcClient jdbc) {
    return new ProjectionRebuilds(processors, name -> projection(beans, name), journal, head, jdbc);
  }

  @Bean
  ReadModelChecksums readModelChecksums(JdbcClient jdbc) {
    return new ReadModelChecksums(jdbc);
  }

  private static Object projection(ListableBeanFactory beans, String name) {
    return beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
        .filter(bean -> name.equals(group(bean)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no handlers in group " + name));
  }

  private static @Nullable String group(Object bean) {
    ProcessingGroup group = AnnotationUtils.findAnnotation(bean.getClass(), ProcessingGroup.class);
    return group == null ? null : group.value();
  }
}
