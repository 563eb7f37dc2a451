package io.daybook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's log file: says why a start failed, and does not grow for ever. */
final class ServerLog {
  private static final long LONG_BYTES = 10_000_000;

  private ServerLog() {}

  /** Puts a log of more than 10 MB aside as {@code server.log.1}, in place of the one before. */
  static void keepShort(Path log) {
    try {
      if (Files.exists(log) && Files.size(log) > LONG_BYTES) {
        Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new StartRefused("The file " + log + " cannot be moved: " + e.getMessage() + ".", e);
    }
  }

  /** Returns the first fatal line after byte {@code start}, or the last line if none is fatal. */
  static String reason(Path log, long start) {
    try {
      byte[] all = Files.readAllBytes(log);
      String text =
          new String(
              Arrays.copyOfRange(all, (int) Math.min(start, all.length), all.length),
              StandardCharsets.UTF_8);
      List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
      Stream<String> fatal =
          lines.stream().filter(line -> line.contains("FATAL:") || line.contains("PANIC:"));
      return fatal.findFirst().orElse(lines.isEmpty() ? "it wrote nothing" : lines.getLast());
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
