package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exported read model: a head line {@code <name> <position>}, then one row in each line, columns
 * parted by tabs, sorted by the bytes of the rows' first columns. Position is the index of the last
 * record that the rows contain, or -1.
 */
final class ModelFile implements Closeable {
  private static final int MAX_LINE = 1 << 16;
  private static final Pattern HEAD = Pattern.compile("([a-z]+) (-1|0|[1-9][0-9]{0,17})( .*)?");

  private final BufferedReader in;
  private final String name;
  private final long position;
  private final String remark;
  private long line = 1;

  private ModelFile(BufferedReader in, Matcher head) {
    this.in = in;
    this.name = head.group(1);
    this.position = Long.parseLong(head.group(2));
    this.remark = head.group(3) == null ? "" : head.group(3).strip();
  }

  /**
   * Opens a file; closing this closes {@code stream}.
   *
   * @throws MalformedException if the head is not one
   */
  static ModelFile open(InputStream stream) throws IOException {
    var in = new BufferedReader(new InputStreamReader(stream, UTF_8.newDecoder()), 1 << 16);
    try {
      @Nullable String first = readLine(in);
      Matcher head = HEAD.matcher(first == null ? "" : first);
      if (!head.matches()) {
        throw new MalformedException("the head is not a name and a position", 0);
      }
      return new ModelFile(in, head);
    } catch (IOException | MalformedException e) {
      in.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** Returns the index of the last record that the rows contain, or -1. */
  long position() {
    return position;
  }

  /** Returns what else the head says, or nothing. */
  String remark() {
    return remark;
  }

  /**
   * Returns the next row's columns, or null at the end.
   *
   * @throws MalformedException if the line is too long, or not UTF-8
   */
  String @Nullable [] next() throws IOException {
    @Nullable String row = readLine(in);
    line++;
    return row == null ? null : row.split("\t", -1);
  }

  /** Returns the number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  private static @Nullable String readLine(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    try {
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          if (text.isEmpty()) {
            return null;
          }
          throw new MalformedException("the last line has no end", 0);
        }
        if (text.length() == MAX_LINE) {
          throw new MalformedException("a line is longer than " + MAX_LINE, 0);
        }
        text.append((char) c);
      }
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8", 0);
    }
    return text.toString();
  }

  /** Compares rows' keys as the file sorts them: by their bytes. */
  static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
