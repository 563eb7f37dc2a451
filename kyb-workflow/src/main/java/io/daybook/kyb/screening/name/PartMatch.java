package io.daybook.kyb.screening.name;

import java.util.Locale;

/**
 * One row of a score's explanation.
 *
 * @param kind how the parts belong together
 * @param query the query's words, or empty
 * @param listed the listed name's words, or empty
 * @param score how much they agree, from 0 to 1
 * @param weight how much that counts, above 0
 */
public record PartMatch(Kind kind, String query, String listed, double score, double weight) {

  /** How two parts belong together. */
  public enum Kind {
    /** The same letters. */
    LITERAL,
    /** Nearly the same letters or sounds. */
    FUZZY,
    /** Known to be the same: spellings, pet names, initials, legal forms. */
    SYMBOL,
    /** In the listed name, but not in the query. */
    MISSING,
    /** In the query, but not in the listed name. */
    EXTRA
  }

  @Override
  public String toString() {
    String words =
        switch (kind) {
          case LITERAL -> listed;
          case FUZZY, SYMBOL -> query + "~" + listed;
          case MISSING -> listed;
          case EXTRA -> query;
        };
    return "%s[%s %.2f w%.2f]"
        .formatted(kind.name().toLowerCase(Locale.ROOT), words, score, weight);
  }
}
