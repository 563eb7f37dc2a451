package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TxHash;
import java.util.List;

/**
 * What a contract said in a transaction.
 *
 * @param block the block's number
 * @param index the log's index in its block
 * @param topics the event's signature and its indexed arguments, 32 bytes each as text
 * @param data the other arguments
 */
public record ChainLog(
    long block,
    BlockHash blockHash,
    int index,
    TxHash transaction,
    Address address,
    List<String> topics,
    String data) {
  /** Copies the topics. */
  public ChainLog {
    topics = List.copyOf(topics);
  }

  /** Returns where it was said. */
  public Place place() {
    return new Place(block, blockHash, transaction, index);
  }
}
