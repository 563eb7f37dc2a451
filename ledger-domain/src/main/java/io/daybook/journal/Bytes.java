package io.daybook.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable string of bytes that compares by content. */
public final class Bytes {
  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** Copies {@code value}; it may be empty. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** Takes over {@code value}, which nobody may change from now on. */
  static Bytes wrap(byte[] value) {
    return new Bytes(value);
  }

  /** Returns the array itself: for reading inside this package only. */
  byte[] unsafe() {
    return value;
  }

  /** Returns a copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Returns a stream over the bytes, which needs no closing. */
  public InputStream newInputStream() {
    return new ByteArrayInputStream(value);
  }

  /** Returns the number of bytes, from 0. */
  public int length() {
    return value.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Returns the bytes in lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(value);
  }
}
