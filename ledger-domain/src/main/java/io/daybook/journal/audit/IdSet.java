package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import java.nio.ByteBuffer;

/**
 * A set of texts that keeps 128 bits of each one's SHA-256, in one array: 16 to 32 bytes a text.
 *
 * <p>Two texts that differ would have to collide in 128 bits to be taken for one.
 */
final class IdSet {
  private long[] table = new long[2 << 10];
  private int count;

  /** Adds a text; tells whether it was new. */
  boolean add(String text) {
    if (count * 4L >= table.length) {
      grow();
    }
    var hash = ByteBuffer.wrap(RecordHash.sha256(text.getBytes(UTF_8)).bytes());
    long high = hash.getLong() | 1; // Never zero, which marks a free place.
    boolean isNew = put(high, hash.getLong());
    count += isNew ? 1 : 0;
    return isNew;
  }

  private boolean put(long high, long low) {
    int at = (int) (low & (table.length / 2 - 1)) * 2;
    while (table[at] != 0) {
      if (table[at] == high && table[at + 1] == low) {
        return false;
      }
      at = (at + 2) % table.length;
    }
    table[at] = high;
    table[at + 1] = low;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    for (int at = 0; at < old.length; at += 2) {
      if (old[at] != 0) {
        put(old[at], old[at + 1]);
      }
    }
  }
}
