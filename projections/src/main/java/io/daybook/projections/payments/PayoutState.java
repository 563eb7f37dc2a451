package io.daybook.projections.payments;

/** How far a payout has come. */
public enum PayoutState {
  /** Asked for, and waits for a second person. */
  WAITING,
  /** A second person rejected it. */
  REJECTED,
  /** On its way to the ledger. */
  REQUESTED,
  /** In the ledger. */
  POSTED,
  /** The ledger refused it. */
  REFUSED
}
