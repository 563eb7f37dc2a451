package io.daybook.journal.merkle;

import io.daybook.journal.RecordHash;

/** Gives the roots of perfect subtrees, from which every proof can be put together. */
@FunctionalInterface
public interface NodeSource {
  /**
   * Returns the root hash of the leaves from {@code index · 2^level} to {@code (index + 1) ·
   * 2^level}, exclusive.
   *
   * @param level 0 for leaf hashes
   * @param index the subtree's place in its level, from 0; the whole subtree is in the tree
   */
  RecordHash node(int level, long index);
}
