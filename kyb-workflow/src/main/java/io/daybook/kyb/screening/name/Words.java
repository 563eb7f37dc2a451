package io.daybook.kyb.screening.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a text apart into words: runs of letters, marks and digits of one kind of script. */
final class Words {
  private static final Set<String> NO_CAMEL =
      Set.of("mc", "mac", "de", "la", "le", "di", "du", "o");

  private Words() {}

  /** Returns the words as they are written, in order; without apostrophes, "&" as "and". */
  static List<String> of(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      i += Character.charCount(c);
      if (isPartOfWord(c)) {
        word.appendCodePoint(c);
      } else if (!isApostrophe(c)) {
        close(word, words);
        if (c == '&') {
          words.add("and");
        }
      }
    }
    close(word, words);
    return words.size() == 1 ? camel(words.getFirst()) : words;
  }

  private static void close(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isPartOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      // The mark that lengthens a vowel in Japanese; other modifiers are apostrophes of a kind.
      case Character.MODIFIER_LETTER -> c == 'ー' || c == '々';
      default -> c == 0x200C || c == 0x200D;
    };
  }

  private static boolean isApostrophe(int c) {
    return switch (c) {
      case '\'', '’', '‘', '`', '´', '"', '״', '׳', '“', '”' -> true;
      default -> Character.getType(c) == Character.MODIFIER_LETTER;
    };
  }

  /** Splits "SergeiLavrov", but not "McDonald". */
  private static List<String> camel(String word) {
    for (int i = 2; i < word.length(); i++) {
      boolean isSeam =
          Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1));
      if (isSeam && !NO_CAMEL.contains(word.substring(0, i).toLowerCase(Locale.ROOT))) {
        var words = new ArrayList<String>(List.of(word.substring(0, i)));
        words.addAll(camel(word.substring(i)));
        return words;
      }
    }
    return List.of(word);
  }
}
