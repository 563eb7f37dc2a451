package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;

/**
 * 128 bits of a SHA-256, under which a {@link ScratchTable} keeps things: two that differ would
 * have to collide in them to be taken for one.
 *
 * @param high the first half, never zero
 * @param low the second half
 */
record ShortHash(long high, long low) {
  static ShortHash of(String text) {
    return of(text.getBytes(UTF_8));
  }

  static ShortHash of(byte[] bytes) {
    var hash = RecordHash.sha256(bytes);
    return new ShortHash(hash.word(0) | 1, hash.word(Long.BYTES));
  }
}
