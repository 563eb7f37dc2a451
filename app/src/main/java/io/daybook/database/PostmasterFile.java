package io.daybook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}: the server's process id in line 1, its state in line 8.
 *
 * <p>It stays behind when a server is killed, and its process id may then become a stranger's.
 */
final class PostmasterFile {
  private static final int STATE_LINE = 7;

  private final Path file;
  private final long processId;
  private final String state;

  private PostmasterFile(Path file, long processId, String state) {
    this.file = file;
    this.processId = processId;
    this.state = state;
  }

  /** Reads the file of the cluster in {@code folder}; empty if there is none or it is cut off. */
  static Optional<PostmasterFile> read(Path folder) {
    Path file = folder.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      String state = lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "";
      return Optional.of(new PostmasterFile(file, Long.parseLong(lines.getFirst().strip()), state));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Whether the server with {@code expectedProcessId} wrote this and accepts connections. */
  boolean isReady(long expectedProcessId) {
    return processId == expectedProcessId && state.equals("ready");
  }

  /** Returns the living server of {@code folder}, if the process id still is that server's. */
  Optional<ProcessHandle> server(Path folder) {
    return livingProcess().filter(process -> isServerOf(process, folder));
  }

  /** Whether a process lives under this id; ask only after {@link #server} found no server. */
  boolean isProcessIdReused() {
    return ProcessHandle.of(processId).isPresent();
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StartRefused("The file " + file + " cannot be deleted: " + e.getMessage() + ".", e);
    }
  }

  private Optional<ProcessHandle> livingProcess() {
    return ProcessHandle.of(processId).filter(ProcessHandle::isAlive);
  }

  private static boolean isServerOf(ProcessHandle process, Path folder) {
    Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      if (Files.exists(Path.of("/proc/self/cwd"))) {
        return Files.readSymbolicLink(workingDirectory).equals(folder.toRealPath());
      }
    } catch (IOException e) {
      // A zombie, or somebody else's process: neither is our server.
      return false;
    }
    return process.info().command().orElse("").endsWith("/postgres");
  }
}
