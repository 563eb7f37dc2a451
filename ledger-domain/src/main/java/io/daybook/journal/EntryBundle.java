package io.daybook.journal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to 256 encoded headers in a file, each after its length in 16 bits (C2SP tlog-tiles). */
public final class EntryBundle {
  /** The longest bundle, in bytes. */
  public static final int MAX_BYTES = LogLayout.WIDTH * (2 + Header.MAX_BYTES);

  private EntryBundle() {}

  /**
   * Writes encoded headers one after the other.
   *
   * @throws IllegalArgumentException on more than 256 headers or one over 65535 bytes
   */
  public static byte[] encode(List<byte[]> headers) {
    if (headers.size() > LogLayout.WIDTH) {
      throw new IllegalArgumentException("a bundle holds at most 256, not " + headers.size());
    }
    var out = new ByteArrayOutputStream();
    for (byte[] header : headers) {
      if (header.length > Header.MAX_BYTES) {
        throw new IllegalArgumentException("a header of " + header.length + " bytes is too long");
      }
      out.write(header.length >>> 8);
      out.write(header.length);
      out.writeBytes(header);
    }
    return out.toByteArray();
  }

  /**
   * Reads the headers' bytes; their content is not looked at.
   *
   * @throws MalformedException if the bundle ends inside a header or holds more than 256
   */
  public static List<byte[]> decode(byte[] bundle) {
    var headers = new ArrayList<byte[]>();
    int at = 0;
    while (at < bundle.length) {
      if (headers.size() == LogLayout.WIDTH) {
        throw new MalformedException("the bundle holds more than 256 headers", at);
      }
      int start = at + 2;
      int end = start > bundle.length ? start : start + uint16(bundle, at);
      if (end > bundle.length) {
        throw new MalformedException("the bundle ends inside header " + headers.size(), at);
      }
      headers.add(Arrays.copyOfRange(bundle, start, end));
      at = end;
    }
    return headers;
  }

  private static int uint16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
