package io.daybook.journal.merkle;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of an RFC 6962 tree: all that appending a leaf and computing the root need.
 *
 * <p>It holds the roots of the perfect subtrees that the size's binary digits name, at most 63
 * hashes. Appending costs one node hash on average. Not for use by several threads at once.
 */
public final class Frontier {
  private long size;
  private final List<RecordHash> peaks; // The largest subtree first.

  /** Starts with an empty tree. */
  public Frontier() {
    this(0, List.of());
  }

  private Frontier(long size, List<RecordHash> peaks) {
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  /** Returns an independent copy. */
  public Frontier copy() {
    return new Frontier(size, peaks);
  }

  /** Adds the next leaf. */
  public void append(RecordHash leafHash) {
    RecordHash subtree = leafHash;
    // A binary counter: every trailing one of the size is a subtree that is now completed.
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      subtree = RecordHash.ofNode(peaks.removeLast(), subtree);
    }
    peaks.add(subtree);
    size = Math.addExact(size, 1);
  }

  /** Returns the number of leaves, from 0. */
  public long size() {
    return size;
  }

  /** Returns the tree's root hash; of an empty tree, the hash of nothing ({@code e3b0c442…}). */
  public RecordHash root() {
    if (peaks.isEmpty()) {
      return MerkleTree.EMPTY_ROOT;
    }
    RecordHash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = RecordHash.ofNode(peaks.get(i), root);
    }
    return root;
  }

  /** Returns the size as 8 bytes, big-endian, and the subtrees' roots, the largest first. */
  public byte[] encode() {
    var bytes = ByteBuffer.allocate(Long.BYTES + peaks.size() * RecordHash.LENGTH).putLong(size);
    peaks.forEach(peak -> bytes.put(peak.bytes()));
    return bytes.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws MalformedException if the size is negative or does not go with the number of bytes
   */
  public static Frontier decode(byte[] encoded) {
    long size = encoded.length < Long.BYTES ? -1 : ByteBuffer.wrap(encoded).getLong();
    int length = Long.BYTES + Long.bitCount(size) * RecordHash.LENGTH;
    if (size < 0 || encoded.length != length) {
      throw new MalformedException(
          encoded.length + " bytes are no frontier of a tree of size " + size, 0);
    }
    var peaks = new ArrayList<RecordHash>();
    for (int at = Long.BYTES; at < length; at += RecordHash.LENGTH) {
      peaks.add(RecordHash.of(encoded, at));
    }
    return new Frontier(size, peaks);
  }
}
