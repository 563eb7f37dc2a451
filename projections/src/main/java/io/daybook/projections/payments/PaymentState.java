package io.daybook.projections.payments;

/** How far a payment has come. */
public enum PaymentState {
  REQUESTED,
  AUTHORISED,
  CAPTURED,
  FAILED,
  REFUND_REQUESTED,
  REFUNDED,
  CHARGED_BACK,
  PARTLY_CHARGED_BACK,
  CHARGEBACK_WON
}
