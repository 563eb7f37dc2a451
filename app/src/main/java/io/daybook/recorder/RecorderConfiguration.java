package io.daybook.recorder;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.keys.LogIdentity;
import io.daybook.recorder.keys.LogKeys;
import io.daybook.recorder.store.Journal;
import io.daybook.recorder.store.JournalCodec;
import io.daybook.recorder.store.JournalCommandBus;
import io.daybook.recorder.store.JournalConnections;
import io.daybook.recorder.store.JournalSettings;
import io.daybook.security.JournalKeyStores;
import io.daybook.security.KeyRing;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the journal Axon's event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalProperties.class)
class RecorderConfiguration {

  @Bean
  LogKeys logKeys(JournalProperties properties, KeyRing keys, JournalKeyStores stores) {
    return LogKeys.of(properties.origin(), keys, stores);
  }

  /** The pool is its dependency, so what is queued is written before the pool is closed. */
  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Journal journal(
      LogKeys keys,
      DataSource dataSource,
      JournalSerializer serializer,
      ObjectProvider<EventUpcaster> upcasters,
      KeyRing ring,
      Clock clock) {
    new LogIdentity(keys).require(JdbcClient.create(dataSource));
    var journal =
        new Journal(
            JournalSettings.of(keys.origin()),
            ownConnections(dataSource),
            dataSource,
            new JournalCodec(
                serializer,
                new EventUpcasterChain(upcasters.orderedStream().toList()),
                ring.snapshotHmac()));
    journal.start(keys.creation(), clock);
    return journal;
  }

  /** The journal's connections live as long as the server does, for which pools are not made. */
  private static JournalConnections ownConnections(DataSource dataSource) {
    try {
      var pool = dataSource.unwrap(HikariDataSource.class);
      return () -> open(pool);
    } catch (SQLException e) {
      return dataSource::getConnection;
    }
  }

  private static Connection open(HikariDataSource pool) throws SQLException {
    Connection connection =
        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    @Nullable String initialisation = pool.getConnectionInitSql();
    if (initialisation == null) {
      return connection;
    }
    try (var statement = connection.createStatement()) {
      statement.execute(initialisation);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Bean
  EventStore eventStore(Journal journal) {
    return journal.eventStore();
  }

  @Bean
  LockFactory lockFactory(Journal journal) {
    return journal.lockFactory();
  }

  @Bean
  Cache aggregateCache(Journal journal) {
    return journal.aggregateCache();
  }

  @Bean
  SnapshotTriggerDefinition snapshots(Journal journal) {
    return journal.snapshots();
  }

  @Bean
  CorrelationDataProvider journalCorrelation() {
    return new JournalCorrelation();
  }

  @Bean
  @Qualifier("localSegment")
  JournalCommandBus commandBus(CorrelationDataProvider correlation, Journal journal) {
    var bus = new JournalCommandBus();
    bus.registerDispatchInterceptor(new ContextInterceptor());
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    bus.registerHandlerInterceptor(journal.rehearsals());
    return bus;
  }

  @Bean
  JournalGateway journalGateway(CommandBus commands, Journal journal) {
    return new JournalGateway(commands, journal);
  }
}
