package io.daybook.chain.contract;

import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.Commitment;
import java.util.List;
import java.util.Optional;

/** The contract that holds the journal's roots at its address: {@code JournalAnchor.sol}. */
public record AnchorContract(Address address) {
  private static final String ANCHORED = Abi.topic("Anchored(uint64,bytes32)");
  private static final long GAS = 120_000;
  private static final long GAS_EACH_HASH = 6_000;

  /** A root that the contract took. */
  public record Anchored(long size, Commitment root) {}

  /** Returns the root that a log of this contract tells of, absent if it tells something else. */
  public static Optional<Anchored> read(ChainLog log) {
    List<String> topics = log.topics();
    if (topics.size() != 2 || !topics.getFirst().equals(ANCHORED)) {
      return Optional.empty();
    }
    return Optional.of(
        new Anchored(
            Abi.number(topics.get(1), 0).longValueExact(),
            new Commitment("0x" + Abi.word(log.data(), 0))));
  }

  /**
   * Anchors a root.
   *
   * @param proof that it continues the root that was anchored before; empty for the first
   */
  public Call anchor(long size, Commitment root, List<Commitment> proof) {
    return new Call(
        address,
        Abi.call(
            "anchor",
            Abi.number(size),
            Abi.word(root.value()),
            Abi.words(proof.stream().map(Commitment::value).toList())),
        GAS + GAS_EACH_HASH * proof.size());
  }

  /** Asks how many records the newest anchored root covers; 0 before the first. */
  public String size() {
    return Abi.call("size");
  }

  /** Returns the number in an answer. */
  public static long number(String answer) {
    return Abi.number(answer, 0).longValueExact();
  }
}
