package io.daybook.reports;

/** Says that a report would have more lines than one may have; a shorter period has fewer. */
public final class ReportTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportTooLarge(int limit) {
    super("A report has at most " + limit + " lines; ask for a shorter period.");
  }
}
