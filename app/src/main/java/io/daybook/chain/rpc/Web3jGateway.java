package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.TxHash;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.EthTransaction;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;

/** A chain through a node's JSON-RPC, with web3j's typed requests. */
public final class Web3jGateway implements ChainGateway, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpService service;
  private final Web3j web3;

  /** Talks to the node at {@code url}; nothing is sent yet. */
  public Web3jGateway(URI url) {
    var client =
        new OkHttpClient.Builder()
            .callTimeout(TIMEOUT)
            .connectTimeout(TIMEOUT)
            .readTimeout(TIMEOUT)
            .build();
    service = new HttpService(url.toString(), client);
    web3 = Web3j.build(service);
  }

  @Override
  public long chainId() {
    return answer(web3.ethChainId()).getChainId().longValueExact();
  }

  @Override
  public BlockHeader head() {
    return block(DefaultBlockParameterName.LATEST)
        .orElseThrow(() -> new RpcException(RpcFailure.INCONSISTENT, "the node has no block"));
  }

  @Override
  public Optional<BlockHeader> finalized() {
    return block(DefaultBlockParameterName.FINALIZED);
  }

  @Override
  public Optional<BlockHeader> block(long number) {
    return block(at(number));
  }

  private Optional<BlockHeader> block(DefaultBlockParameter which) {
    return Optional.ofNullable(answer(web3.ethGetBlockByNumber(which, false)).getBlock())
        .map(Web3jGateway::header);
  }

  private static BlockHeader header(EthBlock.Block block) {
    return new BlockHeader(
        block.getNumber().longValueExact(),
        new BlockHash(lower(block.getHash())),
        new BlockHash(lower(block.getParentHash())),
        Instant.ofEpochSecond(block.getTimestamp().longValueExact()),
        block.getBaseFeePerGas(),
        block.getLogsBloom());
  }

  @Override
  public List<ChainLog> logs(BlockHash block, List<Address> contracts) {
    var requests =
        contracts.stream()
            .map(contract -> web3.ethGetLogs(new EthFilter(block.value(), contract.value())))
            .toList();
    var logs = new ArrayList<ChainLog>();
    answers(requests).forEach(response -> logs.addAll(logs((EthLog) response)));
    logs.sort(Comparator.comparingInt(ChainLog::index));
    for (ChainLog log : logs) {
      if (!log.blockHash().equals(block)) {
        throw new RpcException(
            RpcFailure.INCONSISTENT,
            "asked for block " + block + ", was given a log of " + log.blockHash());
      }
    }
    return logs;
  }

  @Override
  public List<ChainLog> logs(long from, long to, List<Address> contracts) {
    var addresses = contracts.stream().map(Address::value).toList();
    return logs(answer(web3.ethGetLogs(new EthFilter(at(from), at(to), addresses))));
  }

  private static List<ChainLog> logs(EthLog answer) {
    var logs = new ArrayList<ChainLog>();
    for (EthLog.LogResult<?> result : answer.getLogs()) {
      logs.add(log((Log) result.get()));
    }
    return logs;
  }

  private static ChainLog log(Log log) {
    return new ChainLog(
        log.getBlockNumber().longValueExact(),
        new BlockHash(lower(log.getBlockHash())),
        log.getLogIndex().intValueExact(),
        new TxHash(lower(log.getTransactionHash())),
        new Address(lower(log.getAddress())),
        log.getTopics(),
        log.getData());
  }

  @Override
  public void send(SignedTransaction transaction) {
    answer(web3.ethSendRawTransaction(transaction.raw()));
  }

  @Override
  public Map<TxHash, MinedTransaction> mined(Collection<TxHash> transactions) {
    var mined = new HashMap<TxHash, MinedTransaction>();
    var requests =
        transactions.stream().map(hash -> web3.ethGetTransactionReceipt(hash.value())).toList();
    for (Response<?> response : answers(requests)) {
      @Nullable TransactionReceipt receipt = ((EthGetTransactionReceipt) response).getResult();
      if (receipt != null && receipt.getBlockHash() != null) {
        MinedTransaction transaction = mined(receipt);
        mined.put(transaction.hash(), transaction);
      }
    }
    return mined;
  }

  private static MinedTransaction mined(TransactionReceipt receipt) {
    BigInteger price = Numeric.decodeQuantity(receipt.getEffectiveGasPrice());
    return new MinedTransaction(
        new TxHash(lower(receipt.getTransactionHash())),
        receipt.getBlockNumber().longValueExact(),
        new BlockHash(lower(receipt.getBlockHash())),
        receipt.isStatusOK(),
        price.multiply(receipt.getGasUsed()));
  }

  @Override
  public Collection<TxHash> known(Collection<TxHash> transactions) {
    var requests =
        transactions.stream().map(hash -> web3.ethGetTransactionByHash(hash.value())).toList();
    return answers(requests).stream()
        .map(response -> ((EthTransaction) response).getResult())
        .filter(Objects::nonNull)
        .map(transaction -> new TxHash(lower(transaction.getHash())))
        .toList();
  }

  @Override
  public long minedNonces(Address sender) {
    return answer(web3.ethGetTransactionCount(sender.value(), DefaultBlockParameterName.LATEST))
        .getTransactionCount()
        .longValueExact();
  }

  @Override
  public BigInteger balance(Address sender) {
    return answer(web3.ethGetBalance(sender.value(), DefaultBlockParameterName.LATEST))
        .getBalance();
  }

  @Override
  public String code(Address contract) {
    return answer(web3.ethGetCode(contract.value(), DefaultBlockParameterName.LATEST)).getCode();
  }

  @Override
  public String call(Address contract, String data, long block) {
    var call = Transaction.createEthCallTransaction(null, contract.value(), data);
    return answer(web3.ethCall(call, at(block))).getValue();
  }

  private static DefaultBlockParameter at(long number) {
    return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
  }

  private static String lower(String hex) {
    return hex.toLowerCase(Locale.ROOT);
  }

  private static <T extends Response<?>> T answer(Request<?, T> request) {
    try {
      return checked(request.send());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private List<? extends Response<?>> answers(
      List<? extends Request<?, ? extends Response<?>>> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    var batch = web3.newBatch();
    requests.forEach(batch::add);
    try {
      List<? extends Response<?>> responses = batch.send().getResponses();
      responses.forEach(Web3jGateway::checked);
      return responses;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static <T extends Response<?>> T checked(T response) {
    if (response.hasError()) {
      String message = response.getError().getMessage();
      throw new RpcException(RpcFailure.of(message), message);
    }
    return response;
  }

  private static RpcException unreachable(IOException e) {
    return new RpcException(RpcFailure.UNREACHABLE, e.toString());
  }

  @Override
  public void close() {
    web3.shutdown();
    try {
      service.close();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }
}
