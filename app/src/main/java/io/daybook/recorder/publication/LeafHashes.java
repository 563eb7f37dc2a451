package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;

/** Names records by their leaf hashes, which give nothing away of what they hold. */
public final class LeafHashes {
  private final LogTables tables;

  LeafHashes(LogTables tables) {
    this.tables = tables;
  }

  /**
   * Returns the leaf hash of the record with an event id: a hash over its header, whose commitment
   * to the payload is salted.
   *
   * @throws IllegalStateException if the journal has no such record
   */
  public RecordHash of(String eventId) {
    return tables
        .leafIndex(eventId)
        .flatMap(index -> tables.leafHashes(index, 1).stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("the journal has no event " + eventId));
  }
}
