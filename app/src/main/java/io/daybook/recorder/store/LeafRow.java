package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;

/** One record with its place in the journal, ready to be stored. */
final class LeafRow {
  private final long leafIndex;
  private final long timestampMillis;
  private final PendingRecord content;
  private final byte[] header;
  private final RecordHash leafHash;

  LeafRow(
      long leafIndex,
      long timestampMillis,
      PendingRecord content,
      byte[] header,
      RecordHash leafHash) {
    this.leafIndex = leafIndex;
    this.timestampMillis = timestampMillis;
    this.content = content;
    this.header = header;
    this.leafHash = leafHash;
  }

  long leafIndex() {
    return leafIndex;
  }

  long timestampMillis() {
    return timestampMillis;
  }

  PendingRecord content() {
    return content;
  }

  byte[] header() {
    return header;
  }

  RecordHash leafHash() {
    return leafHash;
  }

  JournalEntry entry() {
    return new JournalEntry(leafIndex, timestampMillis, content);
  }
}
