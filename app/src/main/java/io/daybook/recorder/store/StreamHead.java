package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;

/**
 * The end of one aggregate's stream.
 *
 * @param sequence the last event's sequence, -1 if there is none
 * @param leafHash the last event's leaf hash, zero if there is none
 * @param timestampMillis the last event's time
 */
record StreamHead(long sequence, RecordHash leafHash, long timestampMillis) {
  static final StreamHead NONE = new StreamHead(-1, RecordHash.ZERO, 0);
}
