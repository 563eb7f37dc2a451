package io.daybook.kyb.screening.name;

import java.util.List;

/**
 * A name that was read: its parts in order, ready to be compared.
 *
 * @param original as it was given
 * @param kind what bears it
 * @param writing how the parts are written
 * @param origin how the original is written
 * @param parts at least one
 */
public record ParsedName(
    String original, NameKind kind, Writing writing, Writing origin, List<NamePart> parts) {

  /** Romanised parts, or original characters that only the same script is compared with. */
  public enum Writing {
    LATIN,
    HAN,
    HANGUL;

    static Writing of(List<String> words) {
      for (String word : words) {
        if (NameParser.isHanOrKana(word)) {
          return HAN;
        }
        if (Hangul.isSyllable(word.charAt(0))) {
          return HANGUL;
        }
      }
      return LATIN;
    }
  }

  /** Two names of one script that is compared as written are not compared by how they sound. */
  boolean isComparableWith(ParsedName other) {
    return writing == other.writing
        && (writing != Writing.LATIN || origin == Writing.LATIN || origin != other.origin);
  }
}
