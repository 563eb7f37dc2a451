package io.daybook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL while it runs: a child process on 127.0.0.1 and one port.
 *
 * <p>If the server dies it is started again on the same port, so that pooled connections recover;
 * PostgreSQL then replays its write-ahead log, and nothing that was committed is lost.
 */
final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final long POLL_MILLIS = 20;

  private final PostgresCluster cluster;
  private final PostgresPrograms programs;
  private final Path log;
  private final int port;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Process process;
  private volatile boolean closed;

  PostgresServer(PostgresCluster cluster, PostgresPrograms programs, int port) {
    this.cluster = cluster;
    this.programs = programs;
    this.log = cluster.folder().resolveSibling("server.log");
    this.port = port;
  }

  int port() {
    return port;
  }

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @throws StartRefused if it does not within two minutes; the message has the server's own words
   */
  void start() {
    ServerLog.keepShort(log);
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (!startedOnce(deadline)) {
      LOG.info("Waiting for processes of the previous PostgreSQL to end");
      sleep(PAUSE_AFTER_FAILURE.toMillis());
    }
  }

  @Override
  public void close() {
    // Before the lock, which a restart that fails again and again would never give back.
    closed = true;
    lock.lock();
    try {
      if (process != null && process.isAlive()) {
        cluster.stop();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns false if the server must be started again because a predecessor is still ending. */
  private boolean startedOnce(Instant deadline) {
    long logStart = size(log);
    Process started = launch();
    while (!isReady(started)) {
      if (!started.isAlive()) {
        String reason = ServerLog.reason(log, logStart);
        if (reason.contains("shared memory block") && Instant.now().isBefore(deadline)) {
          return false;
        }
        throw refused(reason);
      }
      if (Instant.now().isAfter(deadline)) {
        started.destroy();
        throw refused("not ready after " + START_LIMIT.toSeconds() + " s");
      }
      sleep(POLL_MILLIS);
    }
    process = started;
    Thread.ofVirtual().name("postgres-watch").start(() -> reviveAfter(started));
    return true;
  }

  private void reviveAfter(Process watched) {
    watched.onExit().join();
    lock.lock();
    try {
      while (!closed) {
        LOG.warn("PostgreSQL has died; starting it again on port {}", port);
        try {
          start();
          LOG.info("PostgreSQL runs again on port {}", port);
          return;
        } catch (StartRefused e) {
          LOG.error("{}", e.getMessage());
          sleep(PAUSE_AFTER_FAILURE.toMillis());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Process launch() {
    try {
      return programs
          .command("postgres", options())
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private List<String> options() {
    return List.of(
        "-D",
        cluster.folder().toString(),
        "--port=" + port,
        "--listen_addresses=127.0.0.1",
        "--unix_socket_directories=",
        "--fsync=on",
        "--timezone=UTC",
        "--log_timezone=UTC");
  }

  private boolean isReady(Process started) {
    return PostmasterFile.read(cluster.folder())
        .filter(file -> file.isReady(started.pid()))
        .isPresent();
  }

  private StartRefused refused(String reason) {
    return new StartRefused(
        "PostgreSQL does not start on " + cluster.folder() + ": " + reason + " (see " + log + ").");
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL starts", e);
    }
  }
}
