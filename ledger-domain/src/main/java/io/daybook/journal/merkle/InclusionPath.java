package io.daybook.journal.merkle;

import io.daybook.journal.RecordHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a leaf up to the root, step by step, as an inclusion proof lets anybody walk it (RFC
 * 6962, section 2.1.1).
 *
 * @param leaf the leaf
 * @param steps one for each hash of the proof, the lowest first; none in a tree of one leaf
 */
public record InclusionPath(Node leaf, List<Step> steps) {
  /**
   * A subtree.
   *
   * @param from its first leaf
   * @param to the leaf after its last
   * @param hash its root
   */
  public record Node(long from, long to, RecordHash hash) {}

  /**
   * Two subtrees become one.
   *
   * @param sibling the subtree that the proof names
   * @param isSiblingLeft whether it stands to the left of what was reached before
   * @param parent both together
   */
  public record Step(Node sibling, boolean isSiblingLeft, Node parent) {}

  /** Copies the steps. */
  public InclusionPath {
    steps = List.copyOf(steps);
  }

  /** Returns what the way ends at: the root if the proof is right. */
  public Node top() {
    return steps.isEmpty() ? leaf : steps.getLast().parent();
  }

  /**
   * Walks the way that {@code proof} describes.
   *
   * @throws IllegalArgumentException if it has not as many hashes as a proof for its place must
   */
  public static InclusionPath of(InclusionProof proof, RecordHash leafHash) {
    List<Fork> forks = forks(proof.leafIndex(), proof.treeSize());
    if (forks.size() != proof.path().size()) {
      throw new IllegalArgumentException(
          "the proof has " + proof.path().size() + " hashes, not " + forks.size());
    }
    var leaf = new Node(proof.leafIndex(), proof.leafIndex() + 1, leafHash);
    var steps = new ArrayList<Step>();
    Node reached = leaf;
    for (int i = 0; i < forks.size(); i++) {
      Step step = forks.get(i).join(reached, proof.path().get(i));
      steps.add(step);
      reached = step.parent();
    }
    return new InclusionPath(leaf, steps);
  }

  /** Where the tree parts into the side of the leaf and the other. */
  private record Fork(long from, long middle, long to, boolean isLeafRight) {
    Step join(Node reached, RecordHash sibling) {
      RecordHash parent =
          isLeafRight
              ? RecordHash.ofNode(sibling, reached.hash())
              : RecordHash.ofNode(reached.hash(), sibling);
      Node other = isLeafRight ? new Node(from, middle, sibling) : new Node(middle, to, sibling);
      return new Step(other, isLeafRight, new Node(from, to, parent));
    }
  }

  /** Returns the forks above a leaf, the lowest first. */
  private static List<Fork> forks(long leafIndex, long treeSize) {
    var forks = new ArrayList<Fork>();
    long from = 0;
    long to = treeSize;
    while (to - from > 1) {
      long middle = from + MerkleTree.split(to - from);
      boolean isLeafRight = leafIndex >= middle;
      forks.addFirst(new Fork(from, middle, to, isLeafRight));
      from = isLeafRight ? middle : from;
      to = isLeafRight ? to : middle;
    }
    return forks;
  }
}
