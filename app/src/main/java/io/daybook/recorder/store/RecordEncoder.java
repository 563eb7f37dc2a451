package io.daybook.recorder.store;

import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.StreamPosition;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.StoredMetadata;
import java.security.SecureRandom;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Turns Axon's events into records, on the thread of the command that made them. */
final class RecordEncoder {
  private final Serializer serializer;
  private final SecureRandom random = new SecureRandom();
  private volatile AuthorSignatures authors = AuthorSignatures.NONE;

  RecordEncoder(Serializer serializer) {
    this.serializer = serializer;
  }

  void signWith(AuthorSignatures signatures) {
    authors = signatures;
  }

  /** Encodes one event; one of no aggregate becomes a stream of its own. */
  PendingRecord encode(EventMessage<?> message) {
    DomainEventMessage<?> event = inStream(message);
    SerializedObject<byte[]> payload = serializer.serialize(event.getPayload(), byte[].class);
    byte[] salt = new byte[PayloadCommitment.SALT_LENGTH];
    random.nextBytes(salt);
    var facts = facts(event, payload);
    var commitment = PayloadCommitment.of(salt, payload.getData());
    return new PendingRecord(
        facts,
        StoredMetadata.write(facts.metadata()),
        payload.getData(),
        salt,
        commitment,
        authors.sign(facts, commitment));
  }

  private static <T> DomainEventMessage<T> inStream(EventMessage<T> event) {
    return event instanceof DomainEventMessage<T> inStream
        ? inStream
        : new GenericDomainEventMessage<>(
            null, event.getIdentifier(), 0, event, event::getTimestamp);
  }

  private static EventFacts facts(DomainEventMessage<?> event, SerializedObject<byte[]> payload) {
    var type = payload.getType();
    return new EventFacts(
        new StreamPosition(
            event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber()),
        event.getIdentifier(),
        event.getTimestamp().toEpochMilli(),
        new PayloadFormat(type.getName(), type.getRevision(), JournalSerializer.CONTENT_TYPE),
        metadata(event.getMetaData()));
  }

  /** Only what the format knows is kept: the journal is no place for whatever a message carries. */
  private static SortedMap<String, String> metadata(MetaData all) {
    var kept = new TreeMap<String, String>();
    for (String key : EventFacts.METADATA_KEYS) {
      if (all.get(key) instanceof String value) {
        kept.put(key, value);
      }
    }
    return kept;
  }
}
