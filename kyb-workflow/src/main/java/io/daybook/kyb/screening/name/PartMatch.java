package io.daybook.kyb.screening.name;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final String ONE =
      "(literal|fuzzy(?=[^\\]]*~)|symbol(?=[^\\]]*~)|missing|extra)"
          + "\\[([^\\[\\]]*) ([0-9]\\.[0-9]{2}) w([0-9]{1,3}\\.[0-9]{2})\\]";
  private static final Pattern ROW = Pattern.compile(ONE);
  private static final Pattern ROWS = Pattern.compile("(?:" + ONE + " ?)+(?:;[^\\[\\]]*)?$");

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

  /**
   * Reads the rows at the end of a hit's explanation, as {@link #toString} wrote them; none if
   * there are none. What stands before them, such as a name that looks like rows, is passed over.
   */
  public static List<PartMatch> readAll(String explanation) {
    Matcher rows = ROWS.matcher(explanation);
    if (!rows.find()) {
      return List.of();
    }
    return ROW.matcher(rows.group()).results().map(PartMatch::read).toList();
  }

  private static PartMatch read(MatchResult row) {
    Kind kind = Kind.valueOf(row.group(1).toUpperCase(Locale.ROOT));
    String words = row.group(2);
    double score = Double.parseDouble(row.group(3));
    double weight = Double.parseDouble(row.group(4));
    return switch (kind) {
      case LITERAL -> new PartMatch(kind, words, words, score, weight);
      case MISSING -> new PartMatch(kind, "", words, score, weight);
      case EXTRA -> new PartMatch(kind, words, "", score, weight);
      case FUZZY, SYMBOL -> {
        int middle = words.indexOf('~');
        yield new PartMatch(
            kind, words.substring(0, middle), words.substring(middle + 1), score, weight);
      }
    };
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
