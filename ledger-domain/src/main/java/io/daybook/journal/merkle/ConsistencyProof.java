package io.daybook.journal.merkle;

import io.daybook.journal.RecordHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a tree is a prefix of a later one (RFC 6962, section 2.1.2).
 *
 * @param oldSize how many leaves the earlier tree has, from 0
 * @param newSize how many leaves the later tree has, at least {@code oldSize}
 * @param path the proof's hashes; none if a size is 0 or both are equal
 */
public record ConsistencyProof(long oldSize, long newSize, List<RecordHash> path) {
  /**
   * Copies the path.
   *
   * @throws IllegalArgumentException if the sizes are negative or in the wrong order
   */
  public ConsistencyProof {
    if (oldSize < 0 || oldSize > newSize) {
      throw new IllegalArgumentException("no tree grows from " + oldSize + " to " + newSize);
    }
    path = List.copyOf(path);
  }

  /** Puts the proof together; {@code nodes} must cover the later tree. */
  public static ConsistencyProof of(long oldSize, long newSize, NodeSource nodes) {
    if (oldSize == 0 || oldSize == newSize) {
      return new ConsistencyProof(oldSize, newSize, List.of());
    }
    var path = new ArrayList<RecordHash>();
    long from = 0;
    long to = newSize;
    while (to != oldSize) {
      long middle = from + MerkleTree.split(to - from);
      if (oldSize <= middle) {
        path.addFirst(MerkleTree.hash(middle, to, nodes));
        to = middle;
      } else {
        path.addFirst(MerkleTree.hash(from, middle, nodes));
        from = middle;
      }
    }
    if (from != 0) {
      path.addFirst(MerkleTree.hash(from, to, nodes));
    }
    return new ConsistencyProof(oldSize, newSize, path);
  }

  /** Tells whether this proves that the tree with {@code oldRoot} is a prefix of the other. */
  public boolean verify(RecordHash oldRoot, RecordHash newRoot) {
    if (oldSize == 0) {
      return path.isEmpty() && oldRoot.equals(MerkleTree.EMPTY_ROOT) && isEmptyRoot(newRoot);
    }
    if (oldSize == newSize) {
      return path.isEmpty() && oldRoot.equals(newRoot);
    }
    // RFC 9162, section 2.1.4.2: a perfect older tree is its own first hash.
    var hashes = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      hashes.addFirst(oldRoot);
    }
    return !hashes.isEmpty() && climb(hashes, oldRoot, newRoot);
  }

  /** Only the empty tree has the empty root, and every tree continues the empty one. */
  private boolean isEmptyRoot(RecordHash newRoot) {
    return (newSize == 0) == newRoot.equals(MerkleTree.EMPTY_ROOT);
  }

  private boolean climb(List<RecordHash> hashes, RecordHash oldRoot, RecordHash newRoot) {
    int skip = Long.numberOfTrailingZeros(~(oldSize - 1));
    long index = (oldSize - 1) >>> skip;
    long last = (newSize - 1) >>> skip;
    RecordHash oldHash = hashes.getFirst();
    RecordHash newHash = oldHash;
    for (RecordHash sibling : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((index & 1) == 1 || index == last) {
        oldHash = RecordHash.ofNode(sibling, oldHash);
        newHash = RecordHash.ofNode(sibling, newHash);
        while ((index & 1) == 0 && index != 0) {
          index >>>= 1;
          last >>>= 1;
        }
      } else {
        newHash = RecordHash.ofNode(newHash, sibling);
      }
      index >>>= 1;
      last >>>= 1;
    }
    return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
  }
}
