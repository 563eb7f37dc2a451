package io.daybook.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked once for all tests: that takes longer than all else that a first
 * start does.
 */
public final class SharedPrograms {
  static final Path FOLDER = Path.of("target", "programs").toAbsolutePath();

  private SharedPrograms() {}

  /** Puts a link to the programs into a data folder that has no PostgreSQL yet. */
  public static void lend(Path data) {
    Path postgres = data.resolve("postgres");
    if (Files.exists(postgres)) {
      return;
    }
    unpacked();
    try (Stream<Path> entries = Files.list(FOLDER)) {
      Path programs =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith("programs-"))
              .findFirst()
              .orElseThrow();
      Files.createDirectories(postgres);
      Files.createSymbolicLink(postgres.resolve(programs.getFileName()), programs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the programs; other test processes wait while they are unpacked. */
  static synchronized PostgresPrograms unpacked() {
    try (var channel =
            FileChannel.open(
                Files.createDirectories(FOLDER).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IllegalStateException("lost " + lock);
      }
      return PostgresPrograms.unpackInto(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
