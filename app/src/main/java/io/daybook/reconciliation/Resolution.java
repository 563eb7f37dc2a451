package io.daybook.reconciliation;

/** What a difference turned out to be, or what was done about it. */
public enum Resolution {
  /** The difference was posted to suspense, so the ledger agrees with the statement. */
  SUSPENSE,
  /** The other side has it in another period. */
  TIMING,
  /** One of two equal lines is a mistake of whoever made the statement. */
  DUPLICATE,
  /** The bank or the provider will correct its statement. */
  COUNTERPARTY_ERROR
}
