package io.daybook.chain;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TxHash;

/**
 * A root of the journal that a chain holds for good.
 *
 * @param size how many records the root covers
 * @param chainId EIP-155's number of the chain
 * @param contract who holds it
 * @param seconds the block's time in seconds since 1970
 */
public record Anchor(
    long size,
    Commitment root,
    long chainId,
    Address contract,
    long block,
    BlockHash blockHash,
    long seconds,
    TxHash transaction) {
  private static final int PREFIX = "0x".length();

  /** Returns the line of a file of anchors, which the auditor's command reads. */
  public String line() {
    return "%s %s %s %s %s %s %s %s"
        .formatted(
            size,
            root.value().substring(PREFIX),
            chainId,
            contract,
            block,
            blockHash,
            seconds,
            transaction);
  }
}
