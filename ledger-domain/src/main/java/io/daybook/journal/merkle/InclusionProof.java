package io.daybook.journal.merkle;

import io.daybook.journal.RecordHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a leaf stands at an index of a tree (RFC 6962, section 2.1.1).
 *
 * @param leafIndex the leaf's place, from 0
 * @param treeSize how many leaves the tree has, more than {@code leafIndex}
 * @param path the sibling hashes from the leaf up to the root
 */
public record InclusionProof(long leafIndex, long treeSize, List<RecordHash> path) {
  /**
   * Copies the path.
   *
   * @throws IllegalArgumentException if the index is not inside the tree
   */
  public InclusionProof {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IllegalArgumentException("no leaf " + leafIndex + " in a tree of " + treeSize);
    }
    path = List.copyOf(path);
  }

  /** Puts the proof together; {@code nodes} must cover the tree. */
  public static InclusionProof of(long leafIndex, long treeSize, NodeSource nodes) {
    var path = new ArrayList<RecordHash>();
    long from = 0;
    long to = treeSize;
    while (to - from > 1) {
      long middle = from + MerkleTree.split(to - from);
      if (leafIndex < middle) {
        path.addFirst(MerkleTree.hash(middle, to, nodes));
        to = middle;
      } else {
        path.addFirst(MerkleTree.hash(from, middle, nodes));
        from = middle;
      }
    }
    return new InclusionProof(leafIndex, treeSize, path);
  }

  /** Tells whether this proves that the leaf is in the tree with that root. */
  public boolean verify(RecordHash leafHash, RecordHash root) {
    // RFC 9162, section 2.1.3.2.
    long index = leafIndex;
    long last = treeSize - 1;
    RecordHash hash = leafHash;
    for (RecordHash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((index & 1) == 1 || index == last) {
        hash = RecordHash.ofNode(sibling, hash);
        while ((index & 1) == 0 && index != 0) {
          index >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = RecordHash.ofNode(hash, sibling);
      }
      index >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
