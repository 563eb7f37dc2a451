package io.daybook.journal.checkpoint;

import java.util.Base64;

/** Standard base 64 with padding (RFC 4648, section 4) in its one canonical form. */
final class StrictBase64 {
  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Decodes {@code text}.
   *
   * @throws IllegalArgumentException if it is not what {@link #encode} gives: the JDK's decoder
   *     also takes missing padding and stray bits at the end
   */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("base 64 is not in its canonical form");
    }
    return bytes;
  }
}
