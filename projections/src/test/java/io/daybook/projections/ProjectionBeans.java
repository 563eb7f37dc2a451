package io.daybook.projections;

import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.JournalRanges;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.ReadModelChecksum;
import io.daybook.projections.shared.ReadModelChecksums;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The projections and their queries, as the application has them, on an empty database. */
final class ProjectionBeans implements AutoCloseable {
  private final DataSource database = TestDatabase.emptied();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final AnnotationConfigApplicationContext context;

  ProjectionBeans(
      Supplier<EventProcessingConfiguration> processing,
      JournalHead journal,
      JournalRanges ranges,
      Clock clock) {
    context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(JournalHead.class, () -> journal);
    context.registerBean(PersonalTexts.class, BackwardTexts::new);
    context.registerBean(JournalRanges.class, () -> ranges);
    context.registerBean(
        EventProcessingConfiguration.class, processing, definition -> definition.setLazyInit(true));
    context.register(ProjectionsConfiguration.class);
    context.refresh();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  Collection<Object> projections() {
    return context.getBeansWithAnnotation(ProcessingGroup.class).values();
  }

  DataSource database() {
    return database;
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /** Returns for each table what differs as soon as any row does. */
  List<ReadModelChecksum> checksums() {
    return get(ReadModelChecksums.class).findAll();
  }

  @Override
  public void close() {
    context.close();
  }
}
