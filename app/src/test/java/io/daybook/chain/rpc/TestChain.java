package io.daybook.chain.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real anvil of a test's own, which also does what only a node for tests can: mine when told,
 * reorganise, go back.
 */
public final class TestChain implements AutoCloseable {
  /** Keys that anvil gives money to; everybody knows them. */
  private static final List<String> KEYS =
      List.of(
          "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
          "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
          "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a",
          "7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final LocalNode node;
  private final Web3jGateway gateway;

  private TestChain(Path folder, LocalNode node) {
    this.folder = folder;
    this.node = node;
    this.gateway = new Web3jGateway(node.url());
  }

  /** Starts a chain that makes a block for each transaction; the test is aborted without anvil. */
  public static TestChain start() {
    Optional<Path> program = AnvilProgram.find(AnvilProgram.cache());
    Assumptions.assumeTrue(program.isPresent(), "neither anvil nor npm is here");
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "chain-");
      return new TestChain(folder, LocalNode.start(program.get(), folder, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the gateway to it. */
  public ChainGateway gateway() {
    return gateway;
  }

  /** Returns where it answers. */
  public URI url() {
    return node.url();
  }

  /** Returns a signer with money; 0 is the administrator by custom. */
  public Signer signer(int number) {
    return new Signer(KEYS.get(number), LocalNode.CHAIN_ID);
  }

  /** Returns the key of {@link #signer}. */
  public static String key(int number) {
    return KEYS.get(number);
  }

  /** Returns what a transaction may cost here and now. */
  public Signer.Fee fee() {
    BigInteger tip = BigInteger.valueOf(1_000_000_000);
    return new Signer.Fee(tip, gateway.head().baseFee().shiftLeft(1).add(tip));
  }

  /** Sends a transaction and waits until it is in a block, which the node makes by itself. */
  public MinedTransaction sendAndWait(SignedTransaction transaction) {
    gateway.send(transaction);
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end) {
      var mined = gateway.mined(List.of(transaction.hash()));
      if (!mined.isEmpty()) {
        return mined.values().iterator().next();
      }
      pause();
    }
    throw new AssertionError(transaction.hash() + " is not mined");
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Lets transactions wait until {@link #mine}. */
  public void stopMining() {
    ask("evm_setAutomine", false);
  }

  /** Makes blocks of the transactions that wait. */
  public void mine(int blocks) {
    ask("anvil_mine", "0x" + Integer.toHexString(blocks));
  }

  /** Replaces the newest blocks by as many empty ones; their transactions are lost. */
  public void reorganise(int depth) {
    ask("anvil_reorg", depth, new Object[0]);
  }

  /** Goes back to a snapshot. */
  public void goBack(String snapshot) {
    ask("evm_revert", snapshot);
  }

  /** Takes a snapshot to go back to, once. */
  public String snapshot() {
    return ask("evm_snapshot").asString();
  }

  /** Sends any request and returns its result. */
  public JsonNode ask(String method, Object... parameters) {
    try {
      String body =
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of(
                      "jsonrpc",
                      "2.0",
                      "id",
                      1,
                      "method",
                      method,
                      "params",
                      Arrays.asList(parameters)));
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(node.url())
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (answer.has("error")) {
        throw new AssertionError(method + ": " + answer.get("error"));
      }
      return answer.get("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
    node.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
