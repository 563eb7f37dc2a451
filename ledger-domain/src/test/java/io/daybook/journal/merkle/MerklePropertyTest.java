package io.daybook.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.RecordHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the tree with the recursive definition of RFC 6962 on random trees. */
class MerklePropertyTest {
  private static final int LEAVES = 1500;

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<RecordHash> leaves = new ArrayList<>();
  private final Map<String, byte[]> tiles = new HashMap<>();
  private final TreeTiler tiler = new TreeTiler((tile, hashes) -> tiles.put(tile.path(), hashes));

  MerklePropertyTest() {
    System.out.println("MerklePropertyTest -Ddaybook.seed=" + seed);
    for (int i = 0; i < LEAVES; i++) {
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(RecordHash.of(leaf));
    }
  }

  @Test
  void everyRootIsThatOfTheDefinition() {
    var frontier = new Frontier();
    for (int size = 0; size <= 600; size++) {
      assertThat(frontier.root()).as("size %s", size).isEqualTo(naive(0, size));
      assertThat(tiler.root()).as("tiles, size %s", size).isEqualTo(naive(0, size));
      assertThat(Frontier.decode(frontier.encode()).root()).isEqualTo(frontier.root());
      frontier.append(leaves.get(size));
      tiler.append(leaves.get(size));
    }
  }

  @Test
  void everyProofOfATreeVerifiesAndNoOtherDoes() {
    tileAll(LEAVES);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(LEAVES);
      int index = random.nextInt(size);
      var proof = InclusionProof.of(index, size, this::naiveNode);
      RecordHash root = naive(0, size);

      assertThat(proof.verify(leaves.get(index), root)).as("%s of %s", index, size).isTrue();
      assertThat(proof.verify(other(leaves.get(index)), root)).isFalse();
      assertThat(proof.verify(leaves.get(index), other(root))).isFalse();
      if (!proof.path().isEmpty()) {
        assertThat(broken(proof).verify(leaves.get(index), root)).isFalse();
      }
    }
  }

  @Test
  void everyStepOfAProofStandsForTheRecordsThatItSays() {
    for (int round = 0; round < 100; round++) {
      int size = 1 + random.nextInt(LEAVES);
      int index = random.nextInt(size);
      var path =
          InclusionPath.of(InclusionProof.of(index, size, this::naiveNode), leaves.get(index));

      assertThat(path.top()).isEqualTo(new InclusionPath.Node(0, size, naive(0, size)));
      for (InclusionPath.Step step : path.steps()) {
        assertThat(List.of(step.sibling(), step.parent()))
            .allSatisfy(node ->
                assertThat(node.hash()).isEqualTo(naive((int) node.from(), (int) node.to())));
        assertThat(step.isSiblingLeft()).isEqualTo(step.sibling().to() <= index);
      }
    }
  }

  @Test
  void aProofOfAnotherLengthIsNoPath() {
    var proof = InclusionProof.of(3, 8, this::naiveNode);
    var longer = new InclusionProof(3, 9, proof.path());

    assertThatThrownBy(() -> InclusionPath.of(longer, leaves.get(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the proof has 3 hashes, not 4");
  }

  @Test
  void everyPairOfSizesIsConsistentAndNoOtherRootIs() {
    for (int round = 0; round < 300; round++) {
      int newSize = 1 + random.nextInt(LEAVES);
      int oldSize = random.nextInt(newSize + 1);
      var proof = ConsistencyProof.of(oldSize, newSize, this::naiveNode);
      RecordHash oldRoot = naive(0, oldSize);
      RecordHash newRoot = naive(0, newSize);

      assertThat(proof.verify(oldRoot, newRoot)).as("%s to %s", oldSize, newSize).isTrue();
      assertThat(proof.verify(other(oldRoot), newRoot)).isFalse();
      if (oldSize > 0) {
        assertThat(proof.verify(oldRoot, other(newRoot))).isFalse();
      }
    }
  }

  @Test
  void proofsFromTilesAreThoseOfTheDefinition() {
    tileAll(LEAVES);
    var nodes = new TileNodes(LEAVES, this::tile);
    for (int round = 0; round < 200; round++) {
      int index = random.nextInt(LEAVES);
      assertThat(InclusionProof.of(index, LEAVES, nodes))
          .isEqualTo(InclusionProof.of(index, LEAVES, this::naiveNode));
      assertThat(ConsistencyProof.of(index, LEAVES, nodes))
          .isEqualTo(ConsistencyProof.of(index, LEAVES, this::naiveNode));
    }
  }

  @Test
  void tilingGoesOnFromStoredTiles() {
    int first = 1 + random.nextInt(LEAVES - 1);
    tileAll(first);
    var resumed =
        TreeTiler.resume(first, this::tile, (tile, hashes) -> tiles.put(tile.path(), hashes));
    leaves.subList(first, LEAVES).forEach(resumed::append);

    assertThat(resumed.root()).as("from %s", first).isEqualTo(naive(0, LEAVES));
    assertThat(resumed.size()).isEqualTo(LEAVES);
  }

  private byte[] tile(TileId tile) {
    return Objects.requireNonNull(tiles.get(tile.path()), tile.path());
  }

  private void tileAll(int size) {
    leaves.subList(0, size).forEach(tiler::append);
    tiler.partialTiles();
  }

  private RecordHash naiveNode(int level, long index) {
    return naive((int) (index << level), (int) ((index + 1) << level));
  }

  private RecordHash naive(int from, int to) {
    int size = to - from;
    if (size < 2) {
      return size == 0 ? RecordHash.sha256(new byte[0]) : leaves.get(from);
    }
    int split = 1;
    while (split * 2 < size) {
      split *= 2;
    }
    return RecordHash.ofNode(naive(from, from + split), naive(from + split, to));
  }

  private RecordHash other(RecordHash hash) {
    byte[] bytes = hash.bytes();
    bytes[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
    return RecordHash.of(bytes);
  }

  private InclusionProof broken(InclusionProof proof) {
    var path = new ArrayList<>(proof.path());
    int at = random.nextInt(path.size());
    switch (random.nextInt(3)) {
      case 0 -> path.set(at, other(path.get(at)));
      case 1 -> path.remove(at);
      default -> path.add(at, RecordHash.ZERO);
    }
    return new InclusionProof(proof.leafIndex(), proof.treeSize(), path);
  }
}
