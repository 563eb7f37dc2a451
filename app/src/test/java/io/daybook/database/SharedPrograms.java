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
  private static final Path FOLDER = Path.of("target", "programs").toAbsolutePath();

  private SharedPrograms() {}

  /** Puts a link to the programs into a data folder that has no PostgreSQL yet. */
  public static void lend(Path data) {
    Path postgres = data.resolve("postgres");
    if (Files.exists(postgres)) {
      return;
    }
    try {
      Path programs = unpacked();
      Files.createDirectories(postgres);
      Files.createSymbolicLink(postgres.resolve(programs.getFileName()), programs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other test processes wait meanwhile. */
  private static synchronized Path unpacked() throws IOException {
    try (var channel =
            FileChannel.open(
                Files.createDirectories(FOLDER).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        PostgresPrograms.unpackInto(FOLDER);
      }
      try (Stream<Path> entries = Files.list(FOLDER)) {
        return entries.filter(Files::isDirectory).findFirst().orElseThrow();
      }
    }
  }
}
