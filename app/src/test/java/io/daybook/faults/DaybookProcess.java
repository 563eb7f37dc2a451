package io.daybook.faults;

import io.daybook.database.SharedPrograms;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The real application in a process of its own, as an operator starts it.
 *
 * <p>What it prints is kept in {@code target/faults}, also when the test has ended.
 */
final class DaybookProcess implements AutoCloseable {
  static final String PASSWORD = "open sesame 42";

  /** Lets the first start open a sale; tests that count start without. */
  static final String WITH_SALE = "--daybook.demo-sale=true";

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

  private final Path data;
  private final int port;
  private final Path log;
  private final Process process;

  private DaybookProcess(Path data, int port, Path log, Process process) {
    this.data = data;
    this.port = port;
    this.log = log;
    this.process = process;
  }

  /** Starts Daybook and does not wait for it. */
  static DaybookProcess launch(Path data, int port, String... more) {
    return launch(data, port, ClassCache.options(mainClassPath()), more);
  }

  private static DaybookProcess launch(Path data, int port, List<String> options, String... more) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "faults"));
      Path log = Files.createTempFile(folder, data.getFileName() + "-", ".log");
      List<String> command = command(data, port, options);
      command.addAll(List.of(more));
      if (!command.contains(WITH_SALE)) {
        command.add("--daybook.demo-sale=false");
      }
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var daybook = new DaybookProcess(data, port, log, process);
      Runtime.getRuntime().addShutdownHook(new Thread(daybook::killAll));
      return daybook;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts Daybook and waits until it is ready. */
  static DaybookProcess start(Path data, int port, String... more) {
    if (Arrays.stream(more).noneMatch(argument -> argument.startsWith("--spring.datasource"))) {
      SharedPrograms.lend(data);
    }
    return awaitReady(launch(data, port, more));
  }

  /** Starts a virtual machine with these options and waits until Daybook is ready. */
  static DaybookProcess start(Path data, int port, List<String> options) {
    return awaitReady(launch(data, port, options));
  }

  private static DaybookProcess awaitReady(DaybookProcess daybook) {
    Instant end = Instant.now().plus(START_LIMIT);
    while (!daybook.output().contains("Daybook is ready")) {
      if (!daybook.process.isAlive() || Instant.now().isAfter(end)) {
        daybook.killAll();
        throw new AssertionError("Daybook did not start:\n" + daybook.output());
      }
      pause(50);
    }
    return daybook;
  }

  /** Returns a port that was free a moment ago. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path data, int port, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Ddisable-axoniq-console-message=true",
            "-cp",
            mainClassPath(),
            "io.daybook.Application",
            "--daybook.data=" + data,
            "--daybook.database.port=0",
            "--daybook.demo-password=" + PASSWORD,
            "--daybook.chain.mode=off",
            "--server.port=" + port));
    return command;
  }

  /** The class path of the tests without the tests. */
  private static String mainClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .filter(entry -> !Path.of(entry).toAbsolutePath().equals(TEST_CLASSES))
        .collect(Collectors.joining(File.pathSeparator));
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  /** Returns everything that it printed so far. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end by itself and returns the exit code. */
  int awaitExit(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        killAll();
        throw new AssertionError("Daybook still runs after " + limit + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to stop, as Ctrl-C does, and returns the exit code. */
  int stop() {
    process.destroy();
    return awaitExit(Duration.ofSeconds(60));
  }

  /** Kills the application and nothing else: its PostgreSQL lives on. */
  void kill() {
    kill(process.toHandle());
  }

  /** Kills PostgreSQL's first process; the others end when they notice. */
  void killPostgres() {
    postgres().ifPresent(DaybookProcess::kill);
  }

  /** Kills both, whatever state they are in. */
  void killAll() {
    kill();
    killPostgres();
  }

  @Override
  public void close() {
    killAll();
  }

  /** Returns PostgreSQL's first process, if it lives. */
  Optional<ProcessHandle> postgres() {
    Path cluster = data.resolve("postgres/cluster");
    try {
      String id = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(id)).filter(ProcessHandle::isAlive);
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  private static void kill(ProcessHandle handle) {
    handle.destroyForcibly();
    handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
