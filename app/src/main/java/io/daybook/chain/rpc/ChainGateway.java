package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chain, through one node.
 *
 * <p>Every method throws {@link RpcException} if the node cannot be reached or refuses.
 */
public interface ChainGateway {
  /** Returns EIP-155's number of the chain. */
  long chainId();

  /** Returns the newest block. */
  BlockHeader head();

  /** Returns the newest block that cannot be reorganised; absent if the node does not tell. */
  Optional<BlockHeader> finalized();

  /** Returns the block that has a number now; absent if the chain is not that long. */
  Optional<BlockHeader> block(long number);

  /** Returns all logs of some contracts in one block, in their order. */
  List<ChainLog> logs(BlockHash block, List<Address> contracts);

  /** Returns all logs of some contracts in blocks that are final, in their order. */
  List<ChainLog> logs(long from, long to, List<Address> contracts);

  /** Hands a transaction to the node, which may lose it. */
  void send(SignedTransaction transaction);

  /** Returns those of some transactions that are in a block now. */
  Map<TxHash, MinedTransaction> mined(Collection<TxHash> transactions);

  /** Returns those of some transactions that the node knows, mined or waiting. */
  Collection<TxHash> known(Collection<TxHash> transactions);

  /** Returns how many transactions of a sender are in blocks. */
  long minedNonces(Address sender);

  /** Returns what a sender has, in wei. */
  BigInteger balance(Address sender);

  /** Returns the code of a contract as hexadecimal text, {@code 0x} if there is none. */
  String code(Address contract);

  /** Returns what a contract's function answers as of a block. */
  String call(Address contract, String data, long block);
}
