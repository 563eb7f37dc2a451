package io.daybook.ledger.book;

/** Where a hold on money stands. */
public enum HoldStatus {
  /** Something of it can be captured. */
  OPEN,
  /** All of it was captured. */
  CAPTURED,
  /** What was not captured was given up. */
  VOIDED,
  /** What was not captured in time fell back. */
  EXPIRED
}
