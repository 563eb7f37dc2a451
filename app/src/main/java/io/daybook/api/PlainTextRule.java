package io.daybook.api;

/** Which characters a text may hold. */
final class PlainTextRule {
  private PlainTextRule() {}

  /**
   * Checks that {@code text} holds no control character but tab and line end, no lone surrogate and
   * no direction override (Unicode UAX #9, which can make a text read other than it is).
   *
   * @throws InvalidTextException if it does
   */
  static void check(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (isForbidden(character)) {
        throw new InvalidTextException(
            "A text holds the character U+%04X, which is not allowed.".formatted(character));
      }
      i += Character.charCount(character);
    }
  }

  private static boolean isForbidden(int character) {
    boolean control = Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
    boolean loneSurrogate = character >= 0xD800 && character <= 0xDFFF;
    boolean override =
        (character >= 0x202A && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069);
    return control || loneSurrogate || override;
  }
}
