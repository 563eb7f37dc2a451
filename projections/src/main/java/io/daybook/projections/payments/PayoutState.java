package io.daybook.projections.payments;

/** How far a payout has come. */
public enum PayoutState {
  /** Asked for, not yet in the ledger. */
  REQUESTED,
  /** In the ledger. */
  POSTED,
  /** The ledger refused it. */
  REFUSED
}
