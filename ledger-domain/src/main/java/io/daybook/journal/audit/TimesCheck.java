package io.daybook.journal.audit;

import io.daybook.journal.Header;
import io.daybook.journal.audit.Finding.Place;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares the times of records with what others know of the time (V14): a record that a checkpoint
 * or an anchor covers is not younger than it, one that a checkpoint does not cover yet is not
 * older, and within an aggregate time does not run backwards.
 */
final class TimesCheck {
  /** How far the clocks of the log's own machines may be apart, and a clock be set back. */
  static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** Before every time, and far enough from the smallest number to be counted with. */
  static final long NEVER = Long.MIN_VALUE / 2;

  private static final long TOLERANCE_MILLIS = TOLERANCE.toMillis();

  private final Findings findings;
  private Bound floor = new Bound("", 0);
  private long latest = NEVER;
  private Place latestPlace = Place.NOWHERE;
  private boolean isBounded;

  TimesCheck(Findings findings) {
    this.findings = findings;
  }

  /** A moment that somebody signed or mined. */
  private record Bound(String source, long millis) {
    @Override
    public String toString() {
      return Instant.ofEpochMilli(millis) + " of " + source;
    }
  }

  /** Notes that {@code source} knew all records up to now at a time, and none that follow. */
  void signed(String source, long millis) {
    covered(source, millis);
    if (millis > floor.millis()) {
      floor = new Bound(source, millis);
    }
  }

  /** Notes that {@code source} knew all records up to now at a time. */
  void covered(String source, long millis) {
    isBounded = true;
    if (latest - TOLERANCE_MILLIS > millis + 999) {
      findings.tampering(
          Check.V14,
          latestPlace,
          "time of a record",
          "not after " + new Bound(source, millis) + ", which covers it",
          Instant.ofEpochMilli(latest).toString());
      latest = NEVER; // Told once, not by every later checkpoint again.
    }
  }

  /** Checks the next record; {@code before} is the time of its predecessor in the aggregate. */
  void add(Leaf leaf, Header header, long before) {
    findings.checked(Check.V14);
    long millis = header.facts().timestampMillis();
    if (millis < before - TOLERANCE_MILLIS) {
      findings.tampering(
          Check.V14,
          leaf.place(),
          "time in the aggregate",
          "not before " + Instant.ofEpochMilli(before) + " of the record before",
          Instant.ofEpochMilli(millis).toString());
    } else if (millis < floor.millis() - TOLERANCE_MILLIS) {
      findings.tampering(
          Check.V14,
          leaf.place(),
          "time of a record",
          "not before " + floor + ", which does not cover it",
          Instant.ofEpochMilli(millis).toString());
    }
    if (millis > latest) {
      latest = millis;
      latestPlace = leaf.place();
    }
  }

  void finish() {
    if (!isBounded) {
      findings.skipped(Check.V14, "no valid signature or anchor bounds the times");
    }
  }
}
