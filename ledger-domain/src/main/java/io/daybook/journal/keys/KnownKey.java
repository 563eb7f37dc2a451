package io.daybook.journal.keys;

import io.daybook.journal.checkpoint.VerifierKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of the log's history.
 *
 * @param types the payload types that it may sign; none unless it is an author's
 * @param introducedAt the index of the record that introduced it; -1 if the log began with it
 * @param end how it ended; absent while it is in use
 */
public record KnownKey(
    VerifierKey key, KeyUse use, List<String> types, long introducedAt, @Nullable End end) {
  /** Where a key of the log's beginning was introduced. */
  public static final long BEGINNING = -1;

  /**
   * The end of a key.
   *
   * @param at the index of the record that ended it
   * @param trustedSize up to which tree size its signatures are believed
   * @param isRevoked whether it fell into wrong hands
   */
  public record End(long at, long trustedSize, boolean isRevoked) {}

  /** Tells whether it has to sign the checkpoint of a tree of {@code size} leaves. */
  public boolean isInUse(long size) {
    return introducedAt < size && (end == null || size <= end.at());
  }

  /** Tells whether its signature on a checkpoint of {@code size} leaves is to be believed. */
  public boolean isTrusted(long size) {
    return isInUse(size) && (end == null || size <= end.trustedSize());
  }

  /** Tells whether it may sign the record at {@code leafIndex} as its author. */
  public boolean maySign(long leafIndex, String type) {
    return use == KeyUse.AUTHOR
        && introducedAt < leafIndex
        && (end == null || leafIndex < end.trustedSize())
        && types.contains(type);
  }

  KnownKey ended(End how) {
    return new KnownKey(key, use, types, introducedAt, how);
  }
}
