package io.daybook.kyb.screening.name;

import java.util.Map;

/**
 * Writes Korean names in Latin letters, as passports and newspapers mostly do: a surname by custom,
 * every other syllable by its sounds.
 *
 * <p>Syllables are taken apart by Unicode's arithmetic (chapter 3.12, Hangul syllable
 * decomposition).
 */
final class Hangul {
  private static final int FIRST = 0xAC00;
  private static final int LAST = 0xD7A3;
  private static final int VOWELS = 21;
  private static final int FINALS = 28;

  private static final String[] INITIAL = {
    "k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h"
  };
  private static final String[] VOWEL = {
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "u", "ui", "i"
  };
  private static final String[] FINAL = {
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t"
  };
  private static final Map<Character, String> SURNAMES =
      Map.ofEntries(
          Map.entry('김', "kim"),
          Map.entry('이', "lee"),
          Map.entry('리', "ri"),
          Map.entry('박', "park"),
          Map.entry('최', "choe"),
          Map.entry('정', "jong"),
          Map.entry('조', "jo"),
          Map.entry('강', "kang"),
          Map.entry('윤', "yun"),
          Map.entry('임', "im"),
          Map.entry('유', "yu"),
          Map.entry('류', "ryu"),
          Map.entry('노', "ro"));

  private Hangul() {}

  static boolean isSyllable(char c) {
    return c >= FIRST && c <= LAST;
  }

  /**
   * Returns the word's syllables one after the other; with a surname first if it has one to four.
   */
  static String romanise(String word) {
    var latin = new StringBuilder();
    boolean isName = word.length() <= 4;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i == 0 && isName) {
        latin.append(SURNAMES.getOrDefault(c, syllable(c))).append(word.length() > 1 ? " " : "");
      } else {
        latin.append(syllable(c));
      }
    }
    return latin.toString();
  }

  private static String syllable(char c) {
    if (!isSyllable(c)) {
      return "";
    }
    int code = c - FIRST;
    return INITIAL[code / (VOWELS * FINALS)] + VOWEL[code / FINALS % VOWELS] + FINAL[code % FINALS];
  }
}
