package io.daybook.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells a document's media type by its first bytes, because a client's word is not enough. */
final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  private MediaTypes() {}

  /** Returns the media type of {@code content}, or {@link #UNKNOWN}. */
  static String detect(byte[] content) {
    if (startsWith(content, PDF)) {
      return "application/pdf";
    }
    if (startsWith(content, PNG)) {
      return "image/png";
    }
    return startsWith(content, JPEG) ? "image/jpeg" : UNKNOWN;
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }
}
