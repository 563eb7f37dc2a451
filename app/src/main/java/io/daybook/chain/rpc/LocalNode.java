package io.daybook.chain.rpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A chain of one's own: anvil as a child process that listens on the loopback interface and keeps
 * its state in a file. A node that outlived the process that started it is stopped first, because
 * two would write one file.
 */
public final class LocalNode implements AutoCloseable {
  /** The number of every chain that anvil makes; its keys are known to everybody. */
  public static final long CHAIN_ID = 31337;

  private static final Duration READY = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final int SLOTS_IN_AN_EPOCH = 4;

  private final Process process;
  private final URI url;

  private LocalNode(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a node.
   *
   * @param folder keeps the chain's state, the log and the process id
   * @param blockTime seconds between blocks, or null to make one for each transaction
   * @throws IOException if it does not start
   */
  public static LocalNode start(Path program, Path folder, @Nullable Integer blockTime)
      throws IOException {
    Files.createDirectories(folder);
    Path processFile = folder.resolve("anvil.pid");
    stopLeftOver(processFile, program);
    int port = freePort();
    Process process =
        new ProcessBuilder(command(program, folder, port, blockTime))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("anvil.log").toFile())
            .start();
    Files.writeString(processFile, Long.toString(process.pid()));
    var node = new LocalNode(process, URI.create("http://127.0.0.1:" + port));
    node.awaitReady();
    return node;
  }

  private static List<String> command(
      Path program, Path folder, int port, @Nullable Integer blockTime) {
    var command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--chain-id",
                Long.toString(CHAIN_ID),
                "--slots-in-an-epoch",
                Integer.toString(SLOTS_IN_AN_EPOCH),
                "--prune-history",
                "64",
                "--state",
                folder.resolve("state.json").toString(),
                "--state-interval",
                "1",
                "--quiet"));
    if (blockTime != null) {
      command.addAll(List.of("--block-time", blockTime.toString()));
    }
    return command;
  }

  /** Returns where it answers. */
  public URI url() {
    return url;
  }

  /** Returns whether it still runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  private void awaitReady() throws IOException {
    long end = System.nanoTime() + READY.toNanos();
    try (var gateway = new Web3jGateway(url)) {
      while (true) {
        try {
          gateway.chainId();
          return;
        } catch (RpcException e) {
          if (System.nanoTime() > end || !process.isAlive()) {
            close();
            throw new IOException("anvil does not answer: " + e.getMessage(), e);
          }
          pause();
        }
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while anvil started", e);
    }
  }

  private static void stopLeftOver(Path processFile, Path program) throws IOException {
    if (!Files.exists(processFile)) {
      return;
    }
    Optional<ProcessHandle> left =
        ProcessHandle.of(Long.parseLong(Files.readString(processFile).strip()))
            .filter(handle -> isAnvil(handle, program));
    left.ifPresent(LocalNode::stop);
    Files.delete(processFile);
  }

  /** The process id may be a stranger's by now. */
  private static boolean isAnvil(ProcessHandle handle, Path program) {
    return handle.info().command().map(Path::of).map(Path::getFileName).stream()
        .anyMatch(program.getFileName()::equals);
  }

  private static void stop(ProcessHandle handle) {
    handle.destroy();
    try {
      handle.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      handle.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    stop(process.toHandle());
  }
}
