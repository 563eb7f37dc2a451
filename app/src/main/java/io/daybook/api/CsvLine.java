package io.daybook.api;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values (RFC 4180); a value with a line break is none. */
final class CsvLine {
  private CsvLine() {}

  /**
   * Returns the values of {@code line}.
   *
   * @throws IllegalArgumentException if a quote is not where it belongs
   */
  static List<String> values(String line) {
    var values = new ArrayList<String>();
    int at = 0;
    while (at <= line.length()) {
      boolean isQuoted = at < line.length() && line.charAt(at) == '"';
      int end = isQuoted ? closing(line, at) : comma(line, at);
      if (isQuoted) {
        values.add(line.substring(at + 1, end - 1).replace("\"\"", "\""));
      } else {
        values.add(plain(line.substring(at, end)));
      }
      if (end < line.length() && line.charAt(end) != ',') {
        throw new IllegalArgumentException("something follows a quoted value");
      }
      at = end + 1;
    }
    return values;
  }

  private static int comma(String line, int from) {
    int comma = line.indexOf(',', from);
    return comma < 0 ? line.length() : comma;
  }

  private static String plain(String value) {
    if (value.indexOf('"') >= 0) {
      throw new IllegalArgumentException("a quote is inside of a value that is not quoted");
    }
    return value;
  }

  /** Returns the place behind the quote that ends the value that starts at {@code from}. */
  private static int closing(String line, int from) {
    int at = from + 1;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        throw new IllegalArgumentException("a quote is not closed");
      }
      if (quote + 1 == line.length() || line.charAt(quote + 1) != '"') {
        return quote + 1;
      }
      at = quote + 2;
    }
  }
}
