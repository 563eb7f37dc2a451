package io.daybook.ticketing.order;

import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.PoolId;
import java.util.List;

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

  /**
   * The order is paid and has its seats.
   *
   * @param seats the numbers of the seats that it got in its pool
   * @param late whether the hold had ended and seats were taken again
   */
  record OrderPaid(OrderId order, PaymentId payment, List<Integer> seats, boolean late)
      implements OrderEvent {
    /** Copies the list. */
    public OrderPaid {
      seats = List.copyOf(seats);
    }
  }

  /** All tickets are issued and the sale is in the ledger. */
  record OrderFulfilled(OrderId order) implements OrderEvent {}

  /** The order ended unpaid because its hold ended. */
  record OrderExpired(OrderId order) implements OrderEvent {}

  /** The order ended unpaid at the buyer's wish. */
  record OrderCancelled(OrderId order) implements OrderEvent {}

  /**
   * The payment is to be given back.
   *
   * @param seats the seats in {@code pool} that become free; none if {@code late}
   * @param late whether the order had no seats any more when the money came
   */
  record OrderRefundRequested(
      OrderId order,
      PaymentId payment,
      RefundId refund,
      Money amount,
      String reason,
      PoolId pool,
      List<Integer> seats,
      boolean late)
      implements OrderEvent {
    /** Copies the list. */
    public OrderRefundRequested {
      seats = List.copyOf(seats);
    }
  }

  /**
   * The scheme took the payment back.
   *
   * @param seats the seats in {@code pool} that become free
   */
  record OrderChargedBack(
      OrderId order, PaymentId payment, Money amount, PoolId pool, List<Integer> seats)
      implements OrderEvent {
    /** Copies the list. */
    public OrderChargedBack {
      seats = List.copyOf(seats);
    }
  }

  /** The buyer has the money back. */
  record OrderRefunded(OrderId order, RefundId refund, Money amount, boolean late)
      implements OrderEvent {}
}
