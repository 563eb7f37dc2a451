package io.daybook.projections.payments;

/** How far a refund has come. */
public enum RefundState {
  REQUESTED,
  REFUNDED
}
