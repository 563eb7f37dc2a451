package io.daybook.journal.audit;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * One deviation with its evidence.
 *
 * @param check what it violates
 * @param kind whether something is wrong or only missing
 * @param place where
 * @param what which thing differs
 * @param expected what should be there
 * @param actual what is there
 */
public record Finding(
    Check check, Kind kind, Place place, String what, String expected, String actual) {

  /** The two ways not to verify. */
  public enum Kind {
    /** What is there contradicts itself, the signatures or the rules. */
    TAMPERING,
    /** What the check needs is not there. */
    INCOMPLETE
  }

  /**
   * Where a finding is.
   *
   * @param leafIndex the record's index, or -1 if the finding concerns no single record
   * @param aggregate the aggregate's id, or empty
   */
  public record Place(long leafIndex, String aggregate) {
    /** The export as a whole. */
    public static final Place NOWHERE = new Place(-1, "");

    /** Returns the place of one record. */
    static Place leaf(long leafIndex) {
      return new Place(leafIndex, "");
    }

    /** Returns the record's index, or absent. */
    public OptionalLong leaf() {
      return leafIndex < 0 ? OptionalLong.empty() : OptionalLong.of(leafIndex);
    }
  }

  /** The most telling first: by check, then single records before the whole. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::check)
          .thenComparing(finding -> finding.place().leaf().isEmpty())
          .thenComparingLong(finding -> finding.place().leafIndex());
}
