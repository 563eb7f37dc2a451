package io.daybook.ticketing.order;

import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;

/** What happened to an order. */
public sealed interface OrderEvent {
  /** Returns the order that it happened to. */
  OrderId order();

  /** An order was placed and awaits its payment. */
  record OrderPlaced(OrderId order, OrderContent content, Money total, Money fee)
      implements OrderEvent {}

  /** The buyer started to pay. */
  record PaymentStarted(OrderId order, PaymentId payment, Money amount, String method)
      implements OrderEvent {}

  /** A payment failed; the order awaits another. */
  record OrderPaymentFailed(OrderId order, PaymentId payment, String reason)
      implements OrderEvent {}

  /** The order is paid and has its seats. */
  record OrderPaid(OrderId order, PaymentId payment, boolean late) implements OrderEvent {}

  /** All tickets are issued and the sale is in the ledger. */
  record OrderFulfilled(OrderId order) implements OrderEvent {}

  /** The order ended unpaid because its hold ended. */
  record OrderExpired(OrderId order) implements OrderEvent {}

  /** The order ended unpaid at the buyer's wish. */
  record OrderCancelled(OrderId order) implements OrderEvent {}

  /**
   * The payment is to be given back.
   *
   * @param late whether the order had no seats any more when the money came
   */
  record OrderRefundRequested(
      OrderId order, PaymentId payment, RefundId refund, Money amount, String reason, boolean late)
      implements OrderEvent {}

  /** The buyer has the money back. */
  record OrderRefunded(OrderId order, RefundId refund, Money amount, boolean late)
      implements OrderEvent {}
}
