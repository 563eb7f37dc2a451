package io.daybook.kyb.screening.command;

import java.io.IOException;
import java.util.Locale;

/** Writes comma separated values (RFC 4180, with LF). */
final class CsvOut {
  private final Appendable out;

  CsvOut(Appendable out) {
    this.out = out;
  }

  void row(String... values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      out.append(i == 0 ? "" : ",").append(quoted(values[i]));
    }
    out.append('\n');
  }

  private static String quoted(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }
}
