package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma separated values record by record (RFC 4180); LF ends a line as well as CR LF.
 *
 * <p>A quote that is never closed, or that is closed in the middle of a value, is refused: the file
 * is cut off or is something else.
 */
public final class Csv {
  private static final int LONGEST_VALUE = 1 << 20;
  private static final int MOST_VALUES = 1_000;

  private final Reader reader;
  private final char separator;
  private int next;
  private long line = 1;

  /** Reads values that are separated by commas. */
  public Csv(Reader reader) throws IOException {
    this(reader, ',');
  }

  /** Reads values that are separated by another character. */
  public Csv(Reader reader, char separator) throws IOException {
    this.reader = reader;
    this.separator = separator;
    this.next = reader.read();
    if (next == 0xFEFF) {
      next = reader.read();
    }
  }

  /** The line that the next record starts on, from 1. */
  public long line() {
    return line;
  }

  /**
   * Returns the next record, or nothing at the end; an empty line is a record of one empty value.
   *
   * @throws ListRefused if the text is not well-formed
   */
  public Optional<List<String>> next() throws IOException {
    if (next < 0) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    do {
      if (values.size() == MOST_VALUES) {
        throw refused("more than %d values".formatted(MOST_VALUES));
      }
      values.add(next == '"' ? quoted() : plain());
    } while (takes(separator));
    if (next == '\r') {
      next = reader.read();
    }
    if (next == '\n') {
      next = reader.read();
      line++;
    } else if (next >= 0) {
      throw refused("a value goes on after its closing quote");
    }
    return Optional.of(values);
  }

  private String plain() throws IOException {
    var value = new StringBuilder();
    while (next >= 0 && next != separator && next != '\n' && next != '\r') {
      append(value);
    }
    return value.toString();
  }

  private String quoted() throws IOException {
    long start = line;
    var value = new StringBuilder();
    next = reader.read();
    while (true) {
      if (next < 0) {
        throw new ListRefused("line " + start + ": a quote is never closed; the file is cut off");
      }
      if (next == '"') {
        next = reader.read();
        if (next != '"') {
          return value.toString();
        }
      }
      append(value);
    }
  }

  private void append(StringBuilder value) throws IOException {
    if (value.length() == LONGEST_VALUE) {
      throw refused("a value of more than %d characters".formatted(LONGEST_VALUE));
    }
    if (next == 0) {
      throw refused("a NUL character; this is no text");
    }
    line += next == '\n' ? 1 : 0;
    value.append((char) next);
    next = reader.read();
  }

  private boolean takes(char expected) throws IOException {
    if (next != expected) {
      return false;
    }
    next = reader.read();
    return true;
  }

  private ListRefused refused(String why) {
    return new ListRefused("line " + line + ": " + why);
  }
}
