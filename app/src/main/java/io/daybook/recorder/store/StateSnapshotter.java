package io.daybook.recorder.store;

import io.daybook.ledger.AggregateState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots from what is durable, one after the other, on a thread of its own: no command
 * waits for one.
 */
final class StateSnapshotter extends AggregateSnapshotter implements AutoCloseable {
  private static final Duration LAST_ONE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor thread;

  private StateSnapshotter(EventStore store, ThreadPoolExecutor thread) {
    super(
        AggregateSnapshotter.builder()
            .eventStore(store)
            .executor(thread)
            .aggregateFactories(List.of()));
    this.thread = thread;
  }

  static StateSnapshotter of(EventStore store) {
    return new StateSnapshotter(
        store,
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            // Bounded by the aggregates in use: each waits once at the most.
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("journal-snapshots").daemon().factory()));
  }

  @Override
  protected AggregateFactory<?> getAggregateFactory(Class<?> aggregateType) {
    return new GenericAggregateFactory<>(aggregateType);
  }

  @Override
  @SuppressWarnings("rawtypes") // The overridden method is older than type parameters.
  protected @Nullable DomainEventMessage createSnapshot(
      Class<?> aggregateType, String aggregateIdentifier, DomainEventStream eventStream) {
    DomainEventMessage<?> whole =
        super.createSnapshot(aggregateType, aggregateIdentifier, eventStream);
    return whole != null && whole.getPayload() instanceof AggregateState.Source source
        ? new GenericDomainEventMessage<>(
            whole.getType(), aggregateIdentifier, whole.getSequenceNumber(), source.state())
        : null;
  }

  /** Finishes the one that is being made and forgets the others: the next run makes them. */
  @Override
  public void close() {
    thread.getQueue().clear();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_ONE.toSeconds(), TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
