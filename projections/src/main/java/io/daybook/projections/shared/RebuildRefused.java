package io.daybook.projections.shared;

/** A rebuild did not begin, and nothing was changed; it may be asked for again later. */
public final class RebuildRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** One is under way; there is one at a time. */
    UNDER_WAY,
    /** Another process follows the journal for one of the projections. */
    FOLLOWED_ELSEWHERE,
    /** Somebody reads one of the tables for long, such as a dump of the database. */
    TABLES_IN_USE
  }

  RebuildRefused(Reason reason, Throwable cause) {
    super(reason.name(), cause, false, false); // Expected, so without a stack trace.
    this.reason = reason;
  }

  RebuildRefused(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
