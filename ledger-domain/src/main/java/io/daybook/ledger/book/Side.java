package io.daybook.ledger.book;

/** The left or the right side of an account. */
public enum Side {
  DEBIT,
  CREDIT;

  /** Returns the other side. */
  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
