package io.daybook.projections.orders;

/** How far an order has come. */
public enum OrderState {
  /** Placed; a payment that failed leads back here. */
  AWAITING_PAYMENT,
  /** The buyer started to pay and the provider has not answered. */
  PAYMENT_PENDING,
  /** Paid, with its seats, and not yet fulfilled. */
  PAID,
  /** Paid after its hold had ended, with seats taken again, and not yet fulfilled. */
  PAID_LATE,
  /** All tickets are issued and the sale is in the ledger. */
  FULFILLED,
  /** Ended unpaid because its hold ended. */
  EXPIRED,
  /** Ended unpaid at the buyer's wish. */
  CANCELLED,
  /** The money is to be given back. */
  REFUND_REQUESTED,
  /** The buyer has the money back. */
  REFUNDED,
  /** The scheme took the money back for the buyer. */
  CHARGED_BACK
}
