package io.daybook.projections;

import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/** A journal in memory with Axon's real processors of all projections. */
final class LiveJournal implements AutoCloseable {
  private final AtomicLong size = new AtomicLong();
  private final ProjectionBeans beans;
  private final Configuration axon;

  LiveJournal(Clock clock) {
    beans =
        new ProjectionBeans(
            () -> configuration().eventProcessingConfiguration(), size::get, this::read, clock);
    axon = configurer().buildConfiguration();
    axon.start();
  }

  // The beans ask for it late, as in the application.
  private Configuration configuration() {
    return axon;
  }

  private List<TrackedEventMessage<?>> read(long index, int count) {
    var events = new ArrayList<TrackedEventMessage<?>>();
    try (var stream = axon.eventStore().openStream(new GlobalSequenceTrackingToken(index - 1))) {
      while (events.size() < count && stream.hasNextAvailable()) {
        events.add(stream.nextAvailable());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return events;
  }

  private Configurer configurer() {
    TransactionManager transactions = transactions(new JdbcTransactionManager(beans.database()));
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureEmbeddedEventStore(any -> new InMemoryEventStorageEngine())
            .configureTransactionManager(any -> transactions);
    configurer
        .eventProcessing()
        .usingPooledStreamingEventProcessors((any, builder) ->
            builder
                .initialSegmentCount(1)
                .batchSize(100)
                .initialToken(source -> new GlobalSequenceTrackingToken(-1)))
        .registerDefaultListenerInvocationErrorHandler(any -> PropagatingErrorHandler.instance())
        .registerDefaultErrorHandler(any -> PropagatingErrorHandler.instance());
    beans.projections().forEach(p -> configurer.eventProcessing().registerEventHandler(any -> p));
    return configurer;
  }

  private static TransactionManager transactions(PlatformTransactionManager spring) {
    return () -> {
      TransactionStatus status = spring.getTransaction(null);
      return new Transaction() {
        @Override
        public void commit() {
          spring.commit(status);
        }

        @Override
        public void rollback() {
          spring.rollback(status);
        }
      };
    };
  }

  ProjectionBeans beans() {
    return beans;
  }

  <T> T get(Class<T> type) {
    return beans.get(type);
  }

  /** Records events and returns the index of the last. */
  long append(List<?> events) {
    long last = -1;
    for (Object event : events) {
      last = size.get();
      axon.eventStore().publish(new GenericDomainEventMessage<>("Test", "test", last, event));
      size.incrementAndGet();
    }
    return last;
  }

  boolean awaitAll(long position) {
    return get(ProjectionPositions.class)
        .awaitPosition(ProjectionNames.ALL, position, Duration.ofSeconds(20));
  }

  StreamingEventProcessor processor(String projection) {
    return axon.eventProcessingConfiguration()
        .eventProcessor(projection, StreamingEventProcessor.class)
        .orElseThrow();
  }

  @Override
  public void close() {
    axon.shutdown();
    beans.close();
  }
}
