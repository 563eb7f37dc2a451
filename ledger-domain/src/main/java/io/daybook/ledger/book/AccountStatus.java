package io.daybook.ledger.book;

/** Whether entries may move an account. */
public enum AccountStatus {
  /** They may. */
  OPEN,
  /** Compliance looks at it: nothing may leave the account. */
  FROZEN,
  /** The account is empty for good: no entry names it any more. */
  CLOSED
}
