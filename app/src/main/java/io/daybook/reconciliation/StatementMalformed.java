package io.daybook.reconciliation;

/** Says what is wrong with the file of a statement, and where. */
public final class StatementMalformed extends Exception {
  private static final long serialVersionUID = 1L;

  StatementMalformed(String where, String what) {
    super(where + ": " + what);
  }
}
