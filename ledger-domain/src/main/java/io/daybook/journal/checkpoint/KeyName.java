package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The rule for key names and origins (c2sp.org/signed-note), with the length of tlog-cosignature.
 */
final class KeyName {
  private static final int MAX_BYTES = 255;

  private KeyName() {}

  static String require(String name) {
    if (name.isEmpty() || name.getBytes(UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("a key name has 1 to 255 bytes: '" + name + "'");
    }
    if (name.codePoints().anyMatch(KeyName::isForbidden)) {
      throw new IllegalArgumentException(
          "a key name has no spaces, '+' or controls: '" + name + "'");
    }
    return name;
  }

  private static boolean isForbidden(int c) {
    return c == '+'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }
}
