package io.daybook.kyb.casefile;

/** Looks for the parties of a case in the lists that are active: a port. */
public interface Screener {
  /**
   * Returns what a search for the present parties of {@code kybCase} finds now.
   *
   * @throws RuntimeException if it can't be said now; the caller tries again later
   */
  Screening screen(KybCaseId kybCase);
}
