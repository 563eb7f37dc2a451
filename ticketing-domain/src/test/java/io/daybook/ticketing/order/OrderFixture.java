package io.daybook.ticketing.order;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.OrderPaymentFailed;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** An order of two seats at 45 euros with a fee of five percent, and its events. */
final class OrderFixture {
  static final OrderId ORDER = new OrderId(DerivedId.of("ord", "1"));
  static final PaymentId PAYMENT = new PaymentId(DerivedId.of("pay", "1"));
  static final PaymentId OTHER_PAYMENT = new PaymentId(DerivedId.of("pay", "2"));
  static final RefundId REFUND = new RefundId(DerivedId.of("rfd", "1"));
  static final RefundId OTHER_REFUND = new RefundId(DerivedId.of("rfd", "2"));
  static final Money TOTAL = Money.of("EUR", 90_00);
  static final List<Integer> SEATS = List.of(3, 4);
  static final OrderContent CONTENT = content(2, Money.of("EUR", 45_00), 500);

  static final OrderPlaced PLACED = new OrderPlaced(ORDER, CONTENT, TOTAL, Money.of("EUR", 4_50));
  static final PaymentStarted STARTED = new PaymentStarted(ORDER, PAYMENT, TOTAL, "tok");
  static final OrderPaymentFailed FAILED = new OrderPaymentFailed(ORDER, PAYMENT, "declined");
  static final OrderPaid PAID = new OrderPaid(ORDER, PAYMENT, SEATS, false);
  static final OrderFulfilled FULFILLED = new OrderFulfilled(ORDER);
  static final OrderExpired EXPIRED = new OrderExpired(ORDER);
  static final OrderCancelled CANCELLED = new OrderCancelled(ORDER);
  static final OrderRefundRequested REFUND_REQUESTED = refundRequested(SEATS, false);
  static final OrderRefundRequested LATE_REFUND_REQUESTED = refundRequested(List.of(), true);
  static final OrderRefunded REFUNDED = new OrderRefunded(ORDER, REFUND, TOTAL, false);

  private OrderFixture() {}

  static OrderContent content(int quantity, Money unitPrice, int feeBasisPoints) {
    var show = new ShowId(DerivedId.of("shw", "1"));
    var type = new TicketTypeId(DerivedId.of("tty", "1"));
    return new OrderContent(
        new UserId(DerivedId.of("usr", "1")),
        new OrganiserId(DerivedId.of("org", "1")),
        show,
        type,
        PoolId.of(show, type),
        new HoldId(DerivedId.of("hld", "1")),
        quantity,
        unitPrice,
        feeBasisPoints);
  }

  private static OrderRefundRequested refundRequested(List<Integer> seats, boolean late) {
    return new OrderRefundRequested(
        ORDER, PAYMENT, REFUND, TOTAL, "why", CONTENT.pool(), seats, late);
  }

  static TestExecutor<Order> placed(Object... more) {
    return new AggregateTestFixture<>(Order.class)
        .given(Stream.concat(Stream.of(PLACED), Stream.of(more)).toList());
  }
}
