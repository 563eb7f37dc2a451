package io.daybook.journal;

import org.jspecify.annotations.Nullable;

/** Checks a text before it enters a header. */
final class FieldText {
  private FieldText() {}

  /**
   * Returns {@code value} if it is a text that every store and language keeps as it is.
   *
   * @throws IllegalArgumentException if it is empty, holds a NUL or half a surrogate pair, or has
   *     more than {@code maxBytes} bytes in UTF-8
   */
  static String require(String field, String value, int maxBytes) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    return requireMaybeEmpty(field, value, maxBytes);
  }

  static String requireMaybeEmpty(String field, String value, int maxBytes) {
    long bytes = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0 || (Character.isSurrogate(c) && !isPair(value, i))) {
        throw new IllegalArgumentException(field + " holds a NUL or a lone surrogate at " + i);
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        bytes += 4;
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    if (bytes > maxBytes) {
      throw new IllegalArgumentException(field + " has " + bytes + " bytes, more than " + maxBytes);
    }
    return value;
  }

  static @Nullable String requireNullable(String field, @Nullable String value, int maxBytes) {
    return value == null ? null : require(field, value, maxBytes);
  }

  private static boolean isPair(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        && i + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(i + 1));
  }
}
