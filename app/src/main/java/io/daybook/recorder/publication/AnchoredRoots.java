package io.daybook.recorder.publication;

import java.util.List;

/** Gives the roots of the journal that a chain holds, for exports: a port to the chain. */
@FunctionalInterface
public interface AnchoredRoots {
  /**
   * Returns a line of the file {@code anchors} for each anchor that covers no more than {@code
   * size} records, in ascending order: size, root, chain, contract, block, its hash, its time in
   * seconds since 1970 and the transaction, parted by spaces.
   */
  List<String> upTo(long size);
}
