package io.daybook.projections.balances;

/** Where a proposed entry stands. */
public enum ProposalStatus {
  /** It waits for a second person. */
  OPEN,
  /** It was posted. */
  APPROVED,
  /** It was rejected or withdrawn. */
  REJECTED
}
