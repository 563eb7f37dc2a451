package io.daybook.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the part of deterministic CBOR that the journal uses (RFC 8949, section 4.2.1): unsigned
 * integers, byte and text strings, arrays and null, each with the shortest possible head.
 */
final class CborWriter {
  static final int UNSIGNED = 0;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int NULL = 0xf6;

  private byte[] buffer;
  private int length;

  CborWriter() {
    this(512);
  }

  /** Starts with room for {@code capacity} bytes. */
  CborWriter(int capacity) {
    this.buffer = new byte[capacity];
  }

  CborWriter array(int elements) {
    head(ARRAY, elements);
    return this;
  }

  CborWriter unsigned(long value) {
    head(UNSIGNED, value);
    return this;
  }

  CborWriter text(@Nullable String value) {
    return value == null ? writeNull() : string(TEXT, value.getBytes(UTF_8));
  }

  CborWriter bytes(byte @Nullable [] value) {
    return value == null ? writeNull() : string(BYTES, value);
  }

  CborWriter writeNull() {
    put(NULL);
    return this;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  private CborWriter string(int majorType, byte[] value) {
    head(majorType, value.length);
    ensure(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
    return this;
  }

  private void head(int majorType, long argument) {
    int type = majorType << 5;
    if (argument < 24) {
      put(type | (int) argument);
    } else if (argument <= 0xff) {
      put(type | 24);
      put((int) argument);
    } else if (argument <= 0xffff) {
      put(type | 25);
      putBigEndian(argument, 2);
    } else if (argument <= 0xffff_ffffL) {
      put(type | 26);
      putBigEndian(argument, 4);
    } else {
      put(type | 27);
      putBigEndian(argument, 8);
    }
  }

  private void putBigEndian(long value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      put((int) (value >>> shift));
    }
  }

  private void put(int value) {
    ensure(1);
    buffer[length++] = (byte) value;
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(length, more)));
    }
  }
}
