package io.daybook.recorder.store;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.EmbeddedDatabase;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One way of running the same aggregate on the same database server. */
final class Contender implements AutoCloseable {
  private static final int POOL = 20;
  private static final int SNAPSHOT_EVERY = 100;

  private final Configuration axon;
  private final List<Runnable> resources;

  private Contender(Configuration axon, List<Runnable> resources) {
    this.axon = axon;
    this.resources = List.copyOf(resources);
  }

  /** Which one. */
  enum Kind {
    STOCK("stock"),
    STOCK_CACHE("stock + cache"),
    JOURNAL("journal"),
    WHOLE("journal, whole");

    final String title;

    Kind(String title) {
      this.title = title;
    }

    /** Returns a database of its own, as it needs it. */
    EmbeddedDatabase database() {
      return isJournal() ? EmbeddedDatabase.migrated() : EmbeddedDatabase.empty();
    }

    boolean isJournal() {
      return this == JOURNAL || this == WHOLE;
    }
  }

  static Contender start(Kind kind, EmbeddedDatabase database, LagProbe probe) {
    return switch (kind) {
      case STOCK -> stock(database, probe, false);
      case STOCK_CACHE -> stock(database, probe, true);
      case JOURNAL -> journal(database, probe);
      case WHOLE -> whole(database, probe);
    };
  }

  private static Contender journal(EmbeddedDatabase database, LagProbe probe) {
    var pool = pool(database.application());
    var journal =
        new Journal(
            JournalSettings.of(TestLedger.ORIGIN),
            database.application()::getConnection,
            pool,
            TestLedger.codec());
    journal.start(new LogCreated(TestLedger.ORIGIN, List.of(), ""), Clock.systemUTC());
    return new Contender(axon(journal, probe), List.of(journal::close, pool::close));
  }

  private static Contender whole(EmbeddedDatabase database, LagProbe probe) {
    var recorder = WholeRecorder.start(database);
    return new Contender(axon(recorder.getBean(Journal.class), probe), List.of(recorder::close));
  }

  private static Configuration axon(Journal journal, LagProbe probe) {
    return configurer(probe)
        .configureEventStore(configuration -> journal.eventStore())
        .configureCommandBus(configuration -> new JournalCommandBus())
        .configureAggregate(
            AggregateConfigurer.defaultConfiguration(Counter.class)
                .configureCache(configuration -> journal.aggregateCache())
                .configureLockFactory(configuration -> journal.lockFactory())
                .configureSnapshotTrigger(configuration -> journal.snapshots()))
        .start();
  }

  /** Axon as its documentation sets it up, with snapshots, which it would be lost without. */
  private static Contender stock(EmbeddedDatabase database, LagProbe probe, boolean cached) {
    var pool = pool(database.owner());
    var transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
    EventStore store = stockStore(pool, transactions);
    // On the command's thread, as by default, snapshots and waiting commands starve each other.
    var snapshots = Executors.newSingleThreadExecutor();
    var snapshotter =
        AggregateSnapshotter.builder()
            .eventStore(store)
            .transactionManager(transactions)
            .executor(snapshots)
            .aggregateFactories(new GenericAggregateFactory<>(Counter.class))
            .build();
    var aggregate =
        AggregateConfigurer.defaultConfiguration(Counter.class)
            .configureSnapshotTrigger(configuration ->
                new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY));
    if (cached) {
      aggregate.configureCache(configuration -> new WeakReferenceCache());
    }
    Configuration axon =
        configurer(probe)
            .configureTransactionManager(configuration -> transactions)
            .configureEventStore(configuration -> store)
            .configureCommandBus(configuration ->
                SimpleCommandBus.builder().transactionManager(transactions).build())
            .configureAggregate(aggregate)
            .start();
    return new Contender(axon, List.of(snapshots::close, pool::close));
  }

  private static EventStore stockStore(HikariDataSource pool, TransactionManager transactions) {
    var engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(pool)))
            .transactionManager(transactions)
            .eventSerializer(events())
            .snapshotSerializer(new ProcessSerializer())
            .build();
    transactions.executeInTransaction(
        () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  private static Configurer configurer(LagProbe probe) {
    var configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(configuration -> new ProcessSerializer());
    if (probe.isWanted()) {
      configurer.eventProcessing(processing -> read(processing, probe));
    }
    return configurer;
  }

  private static void read(EventProcessingConfigurer processing, LagProbe probe) {
    processing
        .usingPooledStreamingEventProcessors(
            (configuration, builder) -> builder.initialSegmentCount(1).batchSize(256))
        .registerTokenStore(configuration -> new InMemoryTokenStore())
        .registerEventHandler(configuration -> probe);
  }

  private static JournalSerializer events() {
    return new JournalSerializer(EventFamilies.of(Counter.CounterEvent.class));
  }

  private static HikariDataSource pool(DataSource database) {
    var pool = new HikariDataSource();
    pool.setDataSource(database);
    pool.setMaximumPoolSize(POOL);
    return pool;
  }

  CommandGateway gateway() {
    return axon.commandGateway();
  }

  @Override
  public void close() {
    axon.shutdown();
    resources.forEach(Runnable::run);
  }
}
