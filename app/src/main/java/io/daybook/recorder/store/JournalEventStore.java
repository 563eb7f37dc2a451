package io.daybook.recorder.store;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the journal: its readers are woken by the writer and never poll. */
final class JournalEventStore extends AbstractEventStore {
  private static final int PAGE = 256;

  private final PostgresJournalEngine engine;
  private final JournalReader reader;
  private final JournalCodec codec;
  private final InFlight inFlight;

  JournalEventStore(
      PostgresJournalEngine engine, JournalReader reader, JournalCodec codec, InFlight inFlight) {
    super(new Builder() {}.storageEngine(engine));
    this.engine = engine;
    this.reader = reader;
    this.codec = codec;
    this.inFlight = inFlight;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new JournalStream(trackingToken, reader.tail(), index -> read(index, PAGE));
  }

  /** Returns up to {@code count} durable events from leaf {@code index} on; decoded when used. */
  List<TrackedEventMessage<?>> read(long index, int count) {
    var rows = reader.page(index, count).stream();
    return EventUtils.upcastAndDeserializeTrackedEvents(rows, codec.serializer(), codec.upcasters())
        .collect(Collectors.toList());
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    Attempt.current().ifPresent(Attempt::publishes);
    super.publish(events);
  }

  /** Returns the events that the current unit of work has published so far. */
  List<Object> staged() {
    return queuedMessages().stream().<Object>map(EventMessage::getPayload).toList();
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    // What an evicted aggregate has just decided must not be missed when it is loaded again.
    inFlight.newest(aggregateIdentifier).ifPresent(Append::awaitDurable);
    return engine.history(aggregateIdentifier);
  }
}
