package io.daybook.chain;

import io.daybook.chain.rpc.AnvilProgram;
import io.daybook.chain.rpc.LocalNode;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Web3jGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node that can be asked, and who sends to it.
 *
 * @param local the process, if it is one of our own
 */
record Node(@Nullable LocalNode local, Web3jGateway gateway, Signer admin, Signer sender)
    implements AutoCloseable {
  private static final int BLOCK_SECONDS = 1;

  /** Anvil gives these money on every chain that it makes; they protect nothing. */
  private static final String PUBLIC_ADMIN =
      "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  private static final String PUBLIC_SENDER =
      "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

  /**
   * Reaches the chain that was configured.
   *
   * @param folder keeps a chain of one's own
   * @return absent if there is none, which is no failure
   * @throws IllegalStateException if keys that everybody knows would be used on a real chain
   */
  static Optional<Node> open(ChainProperties properties, Path folder) {
    return switch (properties.mode()) {
      case OFF -> Optional.empty();
      case RPC -> Optional.of(remote(properties));
      case AUTO ->
          properties.rpcUrl() == null
              ? AnvilProgram.find(AnvilProgram.cache()).map(program -> local(program, folder))
              : Optional.of(remote(properties));
    };
  }

  private static Node local(Path program, Path folder) {
    try {
      LocalNode local = LocalNode.start(program, folder, BLOCK_SECONDS);
      return new Node(
          local,
          new Web3jGateway(local.url()),
          new Signer(PUBLIC_ADMIN, LocalNode.CHAIN_ID),
          new Signer(PUBLIC_SENDER, LocalNode.CHAIN_ID));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node remote(ChainProperties properties) {
    var gateway = new Web3jGateway(Objects.requireNonNull(properties.rpcUrl()));
    long chainId = gateway.chainId();
    var sender = new Signer(key(properties), chainId);
    boolean isPublic =
        sender.address().equals(new Signer(PUBLIC_ADMIN, chainId).address())
            || sender.address().equals(new Signer(PUBLIC_SENDER, chainId).address());
    if (isPublic && chainId != LocalNode.CHAIN_ID) {
      gateway.close();
      throw new IllegalStateException("the sender's key is one that everybody knows");
    }
    return new Node(null, gateway, sender, sender);
  }

  private static String key(ChainProperties properties) {
    @Nullable Path file = properties.keyFile();
    if (file == null) {
      return PUBLIC_SENDER;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether it still can be asked, as far as we know. */
  boolean isRunning() {
    return local == null || local.isRunning();
  }

  @Override
  public void close() {
    gateway.close();
    if (local != null) {
      local.close();
    }
  }
}
