package io.daybook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds in PostgreSQL's log why it did not start. */
final class ServerLog {
  private ServerLog() {}

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
