package io.daybook.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CborWriter} writes and refuses every other encoding of the same values: longer
 * heads, indefinite lengths, invalid UTF-8, other types, bytes that are left over.
 */
final class CborReader {
  private static final String[] TYPES = {
    "unsigned integer", "negative integer", "byte string", "text", "array", "map", "tag", "simple"
  };

  private final byte[] input;
  private int position;

  CborReader(byte[] input) {
    this(input, 0);
  }

  CborReader(byte[] input, int position) {
    this.input = input;
    this.position = position;
  }

  int position() {
    return position;
  }

  void array(int elements) {
    int found = array();
    if (found != elements) {
      throw malformed("an array of " + elements + " elements is needed, not of " + found);
    }
  }

  int array() {
    return length(CborWriter.ARRAY);
  }

  long unsigned() {
    return head(CborWriter.UNSIGNED);
  }

  String text() {
    int size = length(CborWriter.TEXT);
    if (isAscii(position, position + size)) {
      position += size;
      return new String(input, position - size, size, US_ASCII);
    }
    String text = new String(input, position, size, UTF_8);
    // The decoder replaces what is not UTF-8, so only proper UTF-8 comes back as it was.
    if (!Arrays.equals(
        text.getBytes(UTF_8), Arrays.copyOfRange(input, position, position + size))) {
      throw malformed("text is not UTF-8");
    }
    position += size;
    return text;
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (input[i] < 0) {
        return false;
      }
    }
    return true;
  }

  @Nullable String nullableText() {
    return skipNull() ? null : text();
  }

  byte[] bytes() {
    int size = length(CborWriter.BYTES);
    position += size;
    return Arrays.copyOfRange(input, position - size, position);
  }

  /** Passes over a byte string, and returns how long it is; it ends at {@link #position}. */
  int skipBytes() {
    int size = length(CborWriter.BYTES);
    position += size;
    return size;
  }

  /** Passes over a text or null. */
  void skipText() {
    if (!skipNull()) {
      int size = length(CborWriter.TEXT);
      position += size;
    }
  }

  byte @Nullable [] nullableBytes() {
    return skipNull() ? null : bytes();
  }

  RecordHash hash() {
    byte[] hash = bytes();
    if (hash.length != RecordHash.LENGTH) {
      throw malformed("a hash has 32 bytes, not " + hash.length);
    }
    return RecordHash.of(hash);
  }

  boolean skipNull() {
    if (position < input.length && (input[position] & 0xff) == CborWriter.NULL) {
      position++;
      return true;
    }
    return false;
  }

  void end() {
    if (position != input.length) {
      throw malformed((input.length - position) + " bytes are left over");
    }
  }

  private int length(int majorType) {
    long length = head(majorType);
    if (length > input.length - position) {
      throw malformed("length " + length + " exceeds the " + (input.length - position) + " left");
    }
    return (int) length;
  }

  private long head(int majorType) {
    int first = next();
    if (first >> 5 != majorType) {
      throw malformed(TYPES[majorType] + " is needed, not " + TYPES[first >> 5]);
    }
    int size = first & 0x1f;
    return size < 24 ? size : longHead(size);
  }

  private long longHead(int size) {
    if (size > 27) {
      throw malformed("indefinite or reserved length");
    }
    int width = 1 << (size - 24);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | next();
    }
    if (value < 0) {
      throw malformed("number exceeds 2^63-1");
    }
    // What fits a head of half the width (or the first byte) must be written there.
    if (value < 24 || (width > 1 && value >>> (width * 4) == 0)) {
      throw malformed("number " + value + " is not in its shortest form");
    }
    return value;
  }

  private int next() {
    if (position >= input.length) {
      throw malformed("input ends too early");
    }
    return input[position++] & 0xff;
  }

  private MalformedException malformed(String reason) {
    return new MalformedException(reason, position);
  }
}
