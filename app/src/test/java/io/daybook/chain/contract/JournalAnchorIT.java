package io.daybook.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.TestChain;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.MerkleTree;
import io.daybook.journal.merkle.NodeSource;
import io.daybook.ticketing.chain.Commitment;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract takes a root only with the proof that it continues the one before. */
class JournalAnchorIT {
  private static TestChain chain;
  private static Signer sender;

  @BeforeAll
  static void start() {
    chain = TestChain.start();
    sender = chain.signer(1);
  }

  @AfterAll
  static void stop() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void takesEveryPairOfSizesUpToSeventeen() {
    Tree tree = new Tree("a");
    for (int from = 1; from < 17; from++) {
      AnchorContract contract = deploy();
      assertThat(anchor(contract, tree, 0, from).isSuccess()).isTrue();
      assertThat(anchor(contract, tree, from, 17).isSuccess()).describedAs("%d", from).isTrue();
    }
    AnchorContract contract = deploy();
    for (int size = 1; size <= 17; size++) {
      assertThat(anchor(contract, tree, size - 1, size).isSuccess()).isTrue();
    }
  }

  @Test
  void refusesAForkEvenFromWhoMayAnchor() {
    AnchorContract contract = deploy();
    anchor(contract, new Tree("a"), 0, 11);

    assertThat(anchor(contract, new Tree("b"), 11, 17).isSuccess()).isFalse();
    assertThat(anchor(contract, new Tree("a"), 11, 17).isSuccess()).isTrue();
  }

  @Test
  void refusesASmallerOrEqualSize() {
    AnchorContract contract = deploy();
    anchor(contract, new Tree("a"), 0, 11);

    assertThat(anchor(contract, new Tree("a"), 0, 11).isSuccess()).isFalse();
    assertThat(anchor(contract, new Tree("a"), 0, 10).isSuccess()).isFalse();
  }

  @Test
  void anAnchorCostsWhatTheGuideSays() {
    AnchorContract contract = deploy();
    Tree tree = new Tree("a");
    MinedTransaction first = anchor(contract, tree, 0, 1_000);
    MinedTransaction next = anchor(contract, tree, 1_000, 1_100);

    new GasTable()
        .assertSame(
            "anchor: ",
            Map.of(
                "anchor: the first root",
                GasTable.used(chain, first),
                "anchor: a root that continues 1,000 records with 100",
                GasTable.used(chain, next)));
  }

  @Test
  void tellsWhatItTook() {
    AnchorContract contract = deploy();
    Tree tree = new Tree("a");

    MinedTransaction mined = anchor(contract, tree, 0, 11);

    assertThat(chain.gateway().logs(mined.blockHash(), List.of(contract.address())))
        .singleElement()
        .satisfies(log ->
            assertThat(AnchorContract.read(log))
                .contains(new AnchorContract.Anchored(11, tree.root(11))));
  }

  /** A journal of leaves that differ by their name. */
  private record Tree(String name) {
    private RecordHash leaf(long index) {
      return RecordHash.ofLeaf((name + index).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private NodeSource nodes() {
      return (level, index) -> {
        if (level == 0) {
          return leaf(index);
        }
        NodeSource below = nodes();
        return RecordHash.ofNode(
            below.node(level - 1, 2 * index), below.node(level - 1, 2 * index + 1));
      };
    }

    Commitment root(long size) {
      return new Commitment("0x" + MerkleTree.root(size, nodes()).toHex());
    }

    List<Commitment> proof(long from, long to) {
      return ConsistencyProof.of(from, to, nodes()).path().stream()
          .map(hash -> new Commitment("0x" + hash.toHex()))
          .toList();
    }
  }

  private static MinedTransaction anchor(AnchorContract contract, Tree tree, long from, long to) {
    var call = contract.anchor(to, tree.root(to), tree.proof(from, to));
    long nonce = chain.gateway().minedNonces(sender.address());
    return chain.sendAndWait(sender.sign(nonce, call, chain.fee(), BigInteger.ZERO));
  }

  private static AnchorContract deploy() {
    return new Deployment(chain.gateway(), chain.signer(0)).deployAnchor(sender.address());
  }
}
