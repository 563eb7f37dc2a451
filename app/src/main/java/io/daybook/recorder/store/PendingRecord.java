package io.daybook.recorder.store;

import io.daybook.journal.Author;
import io.daybook.journal.EventFacts;
import io.daybook.journal.RecordHash;
import org.jspecify.annotations.Nullable;

/** One event on its way to the journal: all that can be prepared before it has a leaf index. */
final class PendingRecord {
  private final EventFacts facts;
  private final byte[] metadata;
  private final byte[] payload;
  private final byte[] salt;
  private final RecordHash commitment;
  private final @Nullable Author author;

  PendingRecord(
      EventFacts facts,
      byte[] metadata,
      byte[] payload,
      byte[] salt,
      RecordHash commitment,
      @Nullable Author author) {
    this.facts = facts;
    this.metadata = metadata;
    this.payload = payload;
    this.salt = salt;
    this.commitment = commitment;
    this.author = author;
  }

  EventFacts facts() {
    return facts;
  }

  /** Returns the facts with another time. */
  EventFacts factsAt(long timestampMillis) {
    return timestampMillis == facts.timestampMillis()
        ? facts
        : new EventFacts(
            facts.stream(), facts.eventId(), timestampMillis, facts.format(), facts.metadata());
  }

  String aggregateId() {
    return facts.stream().aggregateId();
  }

  long sequence() {
    return facts.stream().sequence();
  }

  byte[] metadata() {
    return metadata;
  }

  byte[] payload() {
    return payload;
  }

  byte[] salt() {
    return salt;
  }

  RecordHash commitment() {
    return commitment;
  }

  @Nullable Author author() {
    return author;
  }
}
