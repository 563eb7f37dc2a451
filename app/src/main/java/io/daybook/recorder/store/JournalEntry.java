package io.daybook.recorder.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A durable event as Axon reads it; its tracking token is its leaf index. */
final class JournalEntry implements DomainEventData<byte[]>, TrackedEventData<byte[]> {
  private final long leafIndex;
  private final @Nullable String aggregateType;
  private final String aggregateId;
  private final long sequence;
  private final String eventId;
  private final long timestampMillis;
  private final SerializedObject<byte[]> payload;
  private final SerializedObject<byte[]> metadata;

  /** Takes over a durable record's content. */
  JournalEntry(long leafIndex, long timestampMillis, PendingRecord row) {
    this.leafIndex = leafIndex;
    this.timestampMillis = timestampMillis;
    aggregateType = row.facts().stream().aggregateType();
    aggregateId = row.aggregateId();
    sequence = row.sequence();
    eventId = row.facts().eventId();
    var format = row.facts().format();
    payload =
        new SimpleSerializedObject<>(row.payload(), byte[].class, format.type(), format.revision());
    metadata = new SerializedMetaData<>(row.metadata(), byte[].class);
  }

  long leafIndex() {
    return leafIndex;
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(leafIndex);
  }

  @Override
  public @Nullable String getType() {
    return aggregateType;
  }

  @Override
  public String getAggregateIdentifier() {
    return aggregateId;
  }

  @Override
  public long getSequenceNumber() {
    return sequence;
  }

  @Override
  public String getEventIdentifier() {
    return eventId;
  }

  @Override
  public Instant getTimestamp() {
    return Instant.ofEpochMilli(timestampMillis);
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return metadata;
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return payload;
  }
}
