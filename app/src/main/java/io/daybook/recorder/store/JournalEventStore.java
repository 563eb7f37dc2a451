package io.daybook.recorder.store;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the journal: its readers are woken by the writer and never poll. */
final class JournalEventStore extends AbstractEventStore {
  private static final int PAGE = 256;

  private final PostgresJournalEngine engine;
  private final EventUpcaster upcasters;
  private final Tail tail;
  private final InFlight inFlight;

  JournalEventStore(
      PostgresJournalEngine engine, EventUpcaster upcasters, Tail tail, InFlight inFlight) {
    super(new Builder() {}.storageEngine(engine));
    this.engine = engine;
    this.upcasters = upcasters;
    this.tail = tail;
    this.inFlight = inFlight;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new JournalStream(trackingToken, tail, this::page);
  }

  private List<TrackedEventMessage<?>> page(long index) {
    Serializer serializer = engine.getEventSerializer();
    var rows = engine.page(index, PAGE).stream();
    return EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters)
        .collect(Collectors.toList());
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    // What an evicted aggregate has just decided must not be missed when it is loaded again.
    inFlight.newest(aggregateIdentifier).ifPresent(Append::awaitDurable);
    return super.readEvents(aggregateIdentifier);
  }
}
