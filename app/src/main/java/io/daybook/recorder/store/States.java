package io.daybook.recorder.store;

import io.daybook.ledger.AggregateState;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.store.Snapshot.EventPlace;
import io.daybook.recorder.store.Snapshot.StateType;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Keeps states of aggregates as snapshots, and makes them messages again. */
final class States {
  private final ProcessSerializer serializer = new ProcessSerializer();
  private final SnapshotTable table;
  private final JournalReader reader;

  States(SnapshotTable table, JournalReader reader) {
    this.table = table;
    this.reader = reader;
  }

  /**
   * Stores the state that an aggregate had after the event at the message's sequence.
   *
   * @throws IllegalArgumentException if the payload is not an {@link AggregateState}
   */
  void store(DomainEventMessage<?> message) {
    if (!(message.getPayload() instanceof AggregateState state)) {
      throw new IllegalArgumentException(message.getPayloadType() + " is no state of an aggregate");
    }
    String id = message.getAggregateIdentifier();
    long sequence = message.getSequenceNumber();
    var event =
        new EventPlace(message.getType(), id, sequence, message.getTimestamp().toEpochMilli());
    var type = new StateType(state.getClass().getName(), CodeRevision.of(state.getClass()));
    byte[] bytes = serializer.serialize(state, byte[].class).getData();
    table.store(new Snapshot(event, reader.leafHash(id, sequence), type, bytes));
  }

  /** Returns the state as a message, absent if other code made it than runs now. */
  Optional<DomainEventMessage<?>> read(Snapshot snapshot) {
    SerializedType type = new SimpleSerializedType(snapshot.type().name(), null);
    Class<?> found = serializer.classForType(type);
    if (!AggregateState.class.isAssignableFrom(found)
        || !CodeRevision.of(found.asSubclass(AggregateState.class))
            .equals(snapshot.type().revision())) {
      return Optional.empty();
    }
    AggregateState state =
        serializer.deserialize(new SimpleSerializedObject<>(snapshot.state(), byte[].class, type));
    EventPlace event = snapshot.event();
    return Optional.of(
        new GenericDomainEventMessage<>(
            event.aggregateType(),
            event.aggregateId(),
            event.sequence(),
            state,
            MetaData.emptyInstance(),
            event.aggregateId() + "/" + event.sequence(),
            Instant.ofEpochMilli(event.timestampMillis())));
  }
}
