package io.daybook.recorder.store;

import io.daybook.ledger.AggregateState;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final ExecutorService thread;

  private StateSnapshotter(EventStore store, ExecutorService thread) {
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
        Executors.newSingleThreadExecutor(
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

  /** Forgets what is still to be made: the next run makes it. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
