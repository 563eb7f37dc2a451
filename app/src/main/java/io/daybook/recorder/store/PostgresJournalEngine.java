package io.daybook.recorder.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on the journal.
 *
 * <p>Events are staged while a unit of work prepares, queued for the appender in its commit phase,
 * and durable when the commit phase ends: everything that may veto has run before. All events of a
 * unit of work become durable together. An event's tracking token is its leaf index.
 */
final class PostgresJournalEngine extends BatchingEventStorageEngine {
  private static final int PAGE = 256;

  private static final String STAGED = PostgresJournalEngine.class.getName() + ".staged";
  private final RecordEncoder encoder;
  private final Appender appender;
  private final JournalReader reader;
  private final States states;

  PostgresJournalEngine(
      JournalCodec codec, Appender appender, JournalReader reader, States states) {
    super(
        new Builder() {}.eventSerializer(codec.serializer())
            .snapshotSerializer(codec.serializer())
            .upcasterChain(codec.upcasters())
            .batchSize(PAGE));
    this.encoder = new RecordEncoder(codec.serializer());
    this.appender = appender;
    this.reader = reader;
    this.states = states;
  }

  void signWith(AuthorSignatures signatures) {
    encoder.signWith(signatures);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    List<PendingRecord> records = new ArrayList<>(events.size());
    for (EventMessage<?> event : events) {
      records.add(encoder.encode(event));
    }
    if (CurrentUnitOfWork.isStarted()) {
      staged(CurrentUnitOfWork.get().root()).addAll(records);
    } else if (!records.isEmpty()) {
      append(records);
    }
  }

  private List<PendingRecord> staged(UnitOfWork<?> root) {
    return root.getOrComputeResource(
        STAGED,
        key -> {
          var staged = new ArrayList<PendingRecord>();
          root.onCommit(unit -> append(staged));
          return staged;
        });
  }

  private void append(List<PendingRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    Optional<Attempt> attempt = Attempt.current();
    Append append =
        attempt.map(current -> current.append(records)).orElseGet(() -> new Append(records));
    if (append.isDecidedOnFailure()) {
      throw Refusals.decidedOnFailure();
    }
    appender.submit(append);
    attempt.ifPresent(Attempt::releaseLocks);
    long last = append.await();
    attempt.ifPresent(present -> present.wrote(last));
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return reader.page(indexAfter(lastToken), batchSize);
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
    return reader.events(aggregateIdentifier, firstSequenceNumber, batchSize);
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    states.store(snapshot);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty(); // See history(): a state comes together with the events after it.
  }

  /** Returns an aggregate's state, if one is kept, and the events after it. */
  DomainEventStream history(String aggregateId) {
    History history = reader.history(aggregateId, PAGE);
    if (history.isWhole()) {
      Attempt.current().ifPresent(attempt -> attempt.read(aggregateId, history.head()));
    }
    long next = 0;
    var parts = new ArrayList<DomainEventStream>();
    if (history.snapshot().isPresent()) {
      Optional<DomainEventMessage<?>> state = states.read(history.snapshot().get());
      if (state.isEmpty()) {
        return readEvents(aggregateId, 0);
      }
      parts.add(DomainEventStream.of(state.get()));
      next = state.get().getSequenceNumber() + 1;
    }
    parts.add(decode(history.entries()));
    if (!history.isWhole()) {
      parts.add(readEvents(aggregateId, next + history.entries().size()));
    }
    return parts.stream().reduce(DomainEventStream::concat).orElseThrow();
  }

  private DomainEventStream decode(List<JournalEntry> entries) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        entries.stream(), getEventSerializer(), upcasterChain);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    OptionalLong last = reader.lastSequence(aggregateIdentifier);
    return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(-1);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(reader.size() - 1);
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    OptionalLong first = reader.firstAt(dateTime);
    return new GlobalSequenceTrackingToken(first.orElse(reader.size()) - 1);
  }

  /** Returns the index of the first event after {@code token}. */
  static long indexAfter(@Nullable TrackingToken token) {
    if (token == null) {
      return 0;
    }
    if (token instanceof GlobalSequenceTrackingToken position) {
      return position.getGlobalIndex() + 1;
    }
    throw new IllegalArgumentException("not a position in the journal: " + token);
  }
}
