package io.daybook.journal.merkle;

import io.daybook.journal.RecordHash;

/** The hash of any run of leaves, put together from perfect subtrees (RFC 6962, section 2.1). */
public final class MerkleTree {
  /** The root of a tree without leaves: the hash of nothing. */
  public static final RecordHash EMPTY_ROOT = RecordHash.sha256(new byte[0]);

  private MerkleTree() {}

  /** Returns the root of the first {@code size} leaves. */
  public static RecordHash root(long size, NodeSource nodes) {
    return size == 0 ? EMPTY_ROOT : hash(0, size, nodes);
  }

  /** Returns the hash of the leaves from {@code from} to {@code to}, exclusive; at least one. */
  static RecordHash hash(long from, long to, NodeSource nodes) {
    long width = to - from;
    if (Long.bitCount(width) == 1 && from % width == 0) {
      int level = Long.numberOfTrailingZeros(width);
      return nodes.node(level, from >>> level);
    }
    long middle = from + split(width);
    return RecordHash.ofNode(hash(from, middle, nodes), hash(middle, to, nodes));
  }

  /** Returns the largest power of two below {@code width}, which is at least 2. */
  static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
