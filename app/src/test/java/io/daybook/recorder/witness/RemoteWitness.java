package io.daybook.recorder.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.operator.KeysCommand;
import io.daybook.journal.witness.WitnessCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A witness as somebody else runs it: a folder with key and state, and now and then a process. */
final class RemoteWitness implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final VerifierKey key;
  private @Nullable Process process;

  private RemoteWitness(Path folder, int port, VerifierKey key) {
    this.folder = folder;
    this.port = port;
    this.key = key;
  }

  /** Makes key and state; nothing runs yet. */
  static RemoteWitness prepare(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      Path password = Files.writeString(folder.resolve("password"), "a long password");
      Path file = folder.resolve("witness.p12");
      var out = new StringWriter();
      KeysCommand.run(
          new PrintWriter(out),
          new PrintWriter(out),
          ("new --witness --name " + name + " --out " + file + " --password-file " + password)
              .split(" "));
      var witness =
          new RemoteWitness(folder, freePort(), VerifierKey.parse(out.toString().strip()));
      witness.forget();
      return witness;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  VerifierKey key() {
    return key;
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Begins the state anew, as an operator never should. */
  void forget() throws IOException {
    try {
      Files.deleteIfExists(folder.resolve("state"));
      run("init", "--state", folder.resolve("state").toString()).waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs it for the log with these keys, and waits until it listens. */
  void start(List<VerifierKey> logs) throws IOException {
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--state",
                folder.resolve("state").toString(),
                "--key",
                folder.resolve("witness.p12").toString(),
                "--password-file",
                folder.resolve("password").toString(),
                "--listen",
                "127.0.0.1:" + port));
    logs.forEach(log -> arguments.addAll(List.of("--log", log.format())));
    Process started = run(arguments.toArray(String[]::new));
    process = started;
    BufferedReader out = started.inputReader(UTF_8);
    var said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("listening")) {
        return;
      }
    }
    throw new AssertionError("the witness did not start: " + said);
  }

  private static Process run(String... arguments) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                WitnessCommand.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
