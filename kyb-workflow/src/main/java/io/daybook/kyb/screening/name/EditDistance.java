package io.daybook.kyb.screening.name;

/**
 * How far two words are apart in the mistakes that people make.
 *
 * <p>Damerau and Levenshtein's distance in its restricted form, in hundredths of an edit: letters
 * that look or sound alike, doubled letters, vowels and swapped neighbours are cheaper than others.
 * One instance serves one thread.
 */
final class EditDistance {
  static final int WHOLE = 100;

  private static final int DOUBLED = 40;
  private static final int VOWEL = 70;
  private static final int SWAPPED = 80;
  private static final int ALIKE = 65;
  private static final int LONGEST = 64;
  private static final String[] LIKE = {
    "0o", "1i", "1l", "5s", "6b", "9g", "8b", "3e", "4a", "bp", "dt", "gk", "ck", "vf", "sz", "mn",
    "iy", "ij", "yj", "uv", "vw", "qk", "cs", "Jz", "CS", "zJ", "Sz", "SC", "sS", "jJ", "kh", "gh",
    "lr"
  };
  private static final boolean[] IS_ALIKE = alike();

  private final int[][] rows = new int[3][LONGEST + 1];

  /** Returns the distance; words over 64 characters are compared by their first 64. */
  int between(String one, String other) {
    int width = Math.min(one.length(), LONGEST);
    int height = Math.min(other.length(), LONGEST);
    int[] beforeLast = rows[0];
    int[] last = rows[1];
    int[] row = rows[2];
    last[0] = 0;
    for (int x = 1; x <= width; x++) {
      last[x] = last[x - 1] + alone(one, x - 1);
    }
    for (int y = 1; y <= height; y++) {
      char d = other.charAt(y - 1);
      int added = alone(other, y - 1);
      row[0] = last[0] + added;
      for (int x = 1; x <= width; x++) {
        char c = one.charAt(x - 1);
        int best = c == d ? last[x - 1] : last[x - 1] + instead(c, d);
        best = Math.min(best, row[x - 1] + alone(one, x - 1));
        best = Math.min(best, last[x] + added);
        if (x > 1 && y > 1 && c == other.charAt(y - 2) && d == one.charAt(x - 2) && c != d) {
          best = Math.min(best, beforeLast[x - 2] + SWAPPED);
        }
        if (x > 1 && isDoubleLike(one.charAt(x - 2), c, d)) {
          best = Math.min(best, last[x - 2] + ALIKE);
        }
        if (y > 1 && isDoubleLike(other.charAt(y - 2), d, c)) {
          best = Math.min(best, beforeLast[x - 1] + ALIKE);
        }
        row[x] = best;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[width];
  }

  private static int alone(String word, int at) {
    char c = word.charAt(at);
    if (at > 0 && word.charAt(at - 1) == c) {
      return DOUBLED;
    }
    return Sound.isVowel(c) || c == 'h' ? VOWEL : WHOLE;
  }

  /** Two letters that look like one: "rn" like "m". */
  private static boolean isDoubleLike(char first, char second, char one) {
    return switch (one) {
      case 'm' -> first == 'r' && second == 'n';
      case 'd' -> first == 'c' && second == 'l';
      case 'w' -> first == 'v' && second == 'v';
      default -> false;
    };
  }

  private static int instead(char c, char d) {
    if (c >= 128 || d >= 128) {
      return WHOLE;
    }
    return IS_ALIKE[c * 128 + d] ? ALIKE : WHOLE;
  }

  private static boolean[] alike() {
    var alike = new boolean[128 * 128];
    for (String pair : LIKE) {
      mark(alike, pair.charAt(0), pair.charAt(1));
    }
    for (char c : "aeiouy".toCharArray()) {
      for (char d : "aeiouy".toCharArray()) {
        mark(alike, c, d);
      }
    }
    return alike;
  }

  private static void mark(boolean[] alike, char c, char d) {
    alike[c * 128 + d] = true;
    alike[d * 128 + c] = true;
  }
}
