package io.daybook.kyb.casefile;

/**
 * The rule for text that people type: no controls, no halves of characters, no hidden direction.
 */
final class PlainText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PlainText() {}

  /** Returns whether {@code text} has a visible character. */
  static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Returns whether {@code text} has at most {@code maxCharacters} and all of them are text. */
  static boolean isAccepted(String text, int maxCharacters) {
    return text.codePointCount(0, text.length()) <= maxCharacters
        && text.codePoints().allMatch(PlainText::isText);
  }

  private static boolean isText(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Persian and Indic names need the joiners; the others can reverse or hide text.
      case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }
}
