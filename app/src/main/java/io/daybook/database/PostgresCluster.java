package io.daybook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The files of the embedded PostgreSQL: made once, left clean by whoever ran on them before. */
final class PostgresCluster {
  private static final String MAJOR_VERSION = "18";
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Path folder;
  private final PostgresPrograms programs;

  PostgresCluster(Path folder, PostgresPrograms programs) {
    this.folder = folder;
    this.programs = programs;
  }

  Path folder() {
    return folder;
  }

  /** Makes the cluster, or checks the one that is there. */
  void prepare(String superuserPassword) {
    try {
      if (Files.exists(folder)) {
        requireOwnVersion();
      } else {
        create(superuserPassword);
      }
    } catch (IOException e) {
      throw new StartRefused("The database folder " + folder + " cannot be used: " + e, e);
    }
  }

  /**
   * Stops a server that outlived the Daybook that had started it, and forgets one that is gone.
   *
   * <p>The caller holds the data folder's lock, so no living Daybook uses that server.
   */
  void stopOrphan() {
    PostmasterFile.read(folder).ifPresent(this::stopOrphan);
  }

  private void stopOrphan(PostmasterFile file) {
    Optional<ProcessHandle> orphan = file.server(folder);
    if (orphan.isPresent()) {
      stop();
      awaitEnd(orphan.get());
    } else if (file.isProcessIdReused()) {
      // PostgreSQL would take the stranger for its own server and refuse to start.
      file.delete();
    }
  }

  /** The server deletes its process file a moment before it ends and gives back its port. */
  private static void awaitEnd(ProcessHandle server) {
    var _ =
        server
            .onExit()
            .completeOnTimeout(server, END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  /** Stops the server on these files: its clients are cut off, its data are flushed. */
  void stop() {
    run("pg_ctl", List.of("stop", "-D", folder.toString(), "-m", "fast", "-w", "-t", "60"));
  }

  private void requireOwnVersion() throws IOException {
    Path versionFile = folder.resolve("PG_VERSION");
    if (Files.notExists(versionFile)) {
      throw new StartRefused("The folder " + folder + " is not a PostgreSQL database.");
    }
    String version = Files.readString(versionFile).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new StartRefused(
          "The folder %s belongs to PostgreSQL %s, this Daybook runs PostgreSQL %s."
              .formatted(folder, version, MAJOR_VERSION));
    }
  }

  private void create(String superuserPassword) throws IOException {
    Path draft = folder.resolveSibling("cluster.new");
    PostgresPrograms.deleteTree(draft);
    Path passwordFile = Files.createTempFile(folder.getParent(), "init", ".pass");
    try {
      Files.writeString(passwordFile, superuserPassword);
      run("initdb", initOptions(draft, passwordFile));
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> initOptions(Path draft, Path passwordFile) {
    return List.of(
        "--pgdata=" + draft,
        "--username=" + DatabaseRole.SUPERUSER.sqlName(),
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same order of strings on every system, whatever its C library knows.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  private void run(String program, List<String> arguments) {
    try {
      Process process = programs.command(program, arguments).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new StartRefused(program + " failed on " + folder + ": " + lastLine(output));
      }
    } catch (IOException e) {
      throw new StartRefused(program + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String lastLine(String output) {
    return output.strip().lines().reduce("", (first, second) -> second);
  }
}
