package io.daybook.chain;

import io.daybook.chain.rpc.BlockHeader;
import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.RpcFailure;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A real chain through a line that breaks when a test says so. */
final class FailingGateway implements ChainGateway {
  /** When a request can fail. */
  enum Moment {
    BEFORE_SEND,
    AFTER_SEND,
    BEFORE_LOGS,
    BEFORE_MINED
  }

  private final ChainGateway chain;
  private Predicate<Moment> breaks = _ -> false;
  private boolean hidesFinal;
  private long finalAtMost = Long.MAX_VALUE;

  FailingGateway(ChainGateway chain) {
    this.chain = chain;
  }

  /** Lets requests fail at some moments. */
  void breakAt(Predicate<Moment> moments) {
    breaks = moments;
  }

  /** Answers like a node that does not know of final blocks. */
  void hideFinal() {
    hidesFinal = true;
  }

  /** Answers like a node that is behind in what it takes for final. */
  void lagBehind(long block) {
    finalAtMost = block;
  }

  private void mayBreak(Moment moment) {
    if (breaks.test(moment)) {
      throw new RpcException(RpcFailure.UNREACHABLE, "the line broke: " + moment);
    }
  }

  @Override
  public long chainId() {
    return chain.chainId();
  }

  @Override
  public BlockHeader head() {
    return chain.head();
  }

  @Override
  public Optional<BlockHeader> finalized() {
    if (hidesFinal) {
      return Optional.empty();
    }
    Optional<BlockHeader> end = chain.finalized();
    return end.isPresent() && end.get().number() > finalAtMost ? chain.block(finalAtMost) : end;
  }

  @Override
  public Optional<BlockHeader> block(long number) {
    return chain.block(number);
  }

  @Override
  public List<ChainLog> logs(BlockHash block, List<Address> contracts) {
    mayBreak(Moment.BEFORE_LOGS);
    return chain.logs(block, contracts);
  }

  @Override
  public List<ChainLog> logs(long from, long to, List<Address> contracts) {
    mayBreak(Moment.BEFORE_LOGS);
    return chain.logs(from, to, contracts);
  }

  @Override
  public void send(SignedTransaction transaction) {
    mayBreak(Moment.BEFORE_SEND);
    chain.send(transaction);
    mayBreak(Moment.AFTER_SEND);
  }

  @Override
  public Map<TxHash, MinedTransaction> mined(Collection<TxHash> transactions) {
    mayBreak(Moment.BEFORE_MINED);
    return chain.mined(transactions);
  }

  @Override
  public Collection<TxHash> known(Collection<TxHash> transactions) {
    return chain.known(transactions);
  }

  @Override
  public long minedNonces(Address sender) {
    return chain.minedNonces(sender);
  }

  @Override
  public BigInteger balance(Address sender) {
    return chain.balance(sender);
  }

  @Override
  public String code(Address contract) {
    return chain.code(contract);
  }

  @Override
  public String call(Address contract, String data, long block) {
    return chain.call(contract, data, block);
  }
}
