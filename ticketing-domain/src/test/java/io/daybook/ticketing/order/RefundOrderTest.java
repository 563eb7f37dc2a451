package io.daybook.ticketing.order;

import static io.daybook.ticketing.order.OrderFixture.EXPIRED;
import static io.daybook.ticketing.order.OrderFixture.FAILED;
import static io.daybook.ticketing.order.OrderFixture.FULFILLED;
import static io.daybook.ticketing.order.OrderFixture.LATE_REFUND_REQUESTED;
import static io.daybook.ticketing.order.OrderFixture.ORDER;
import static io.daybook.ticketing.order.OrderFixture.OTHER_PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.OTHER_REFUND;
import static io.daybook.ticketing.order.OrderFixture.PAID;
import static io.daybook.ticketing.order.OrderFixture.PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.REFUND;
import static io.daybook.ticketing.order.OrderFixture.REFUNDED;
import static io.daybook.ticketing.order.OrderFixture.REFUND_REQUESTED;
import static io.daybook.ticketing.order.OrderFixture.STARTED;
import static io.daybook.ticketing.order.OrderFixture.TOTAL;
import static io.daybook.ticketing.order.OrderFixture.placed;

import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.order.OrderCommand.MarkRefunded;
import io.daybook.ticketing.order.OrderCommand.RequestOrderRefund;
import io.daybook.ticketing.order.OrderCommand.ReturnLatePayment;
import io.daybook.ticketing.order.OrderError.AlreadyRefunded;
import io.daybook.ticketing.order.OrderError.OrderAlreadyPaid;
import io.daybook.ticketing.order.OrderError.OrderNotFulfilled;
import io.daybook.ticketing.order.OrderError.OrderNotPaid;
import io.daybook.ticketing.order.OrderError.UnknownPayment;
import io.daybook.ticketing.order.OrderError.UnknownRefund;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import org.junit.jupiter.api.Test;

class RefundOrderTest {
  private static final ReturnLatePayment RETURN =
      new ReturnLatePayment(ORDER, PAYMENT, REFUND, "why");

  private static RequestOrderRefund refund(PaymentId payment, RefundId refund) {
    return new RequestOrderRefund(ORDER, payment, refund, "why");
  }

  @Test
  void givesAFulfilledOrderBackOnce() {
    placed(STARTED, PAID, FULFILLED).when(refund(PAYMENT, REFUND)).expectEvents(REFUND_REQUESTED);
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED)
        .when(refund(PAYMENT, REFUND))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED)
        .when(refund(PAYMENT, OTHER_REFUND))
        .expectExceptionDetails(new AlreadyRefunded(ORDER, REFUND));
  }

  @Test
  void waitsForTheTickets() {
    placed(STARTED, PAID)
        .when(refund(PAYMENT, REFUND))
        .expectExceptionDetails(new OrderNotFulfilled(ORDER));
  }

  @Test
  void refusesAnOrderThatIsNotPaid() {
    placed(STARTED)
        .when(refund(PAYMENT, REFUND))
        .expectNoEvents()
        .expectExceptionDetails(new OrderNotPaid(ORDER));
    placed(STARTED, EXPIRED)
        .when(refund(PAYMENT, REFUND))
        .expectExceptionDetails(new OrderNotPaid(ORDER));
  }

  @Test
  void refusesAPaymentThatDidNotPay() {
    var startedAgain = new PaymentStarted(ORDER, OTHER_PAYMENT, TOTAL, "tok");

    placed(startedAgain, STARTED, PAID, FULFILLED)
        .when(refund(OTHER_PAYMENT, REFUND))
        .expectExceptionDetails(new UnknownPayment(ORDER, OTHER_PAYMENT));
  }

  @Test
  void returnsALatePaymentOnce() {
    placed(STARTED, EXPIRED).when(RETURN).expectEvents(LATE_REFUND_REQUESTED);
    placed(STARTED, FAILED).when(RETURN).expectEvents(LATE_REFUND_REQUESTED);
    placed(STARTED, EXPIRED, LATE_REFUND_REQUESTED)
        .when(RETURN)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void doesNotReturnThePaymentOfAPaidOrder() {
    placed(STARTED, PAID)
        .when(RETURN)
        .expectNoEvents()
        .expectExceptionDetails(new OrderAlreadyPaid(ORDER));
  }

  @Test
  void isRefundedOnce() {
    var mark = new MarkRefunded(ORDER, REFUND);

    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED).when(mark).expectEvents(REFUNDED);
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED, REFUNDED)
        .when(mark)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    placed(STARTED, EXPIRED, LATE_REFUND_REQUESTED)
        .when(mark)
        .expectEvents(new OrderRefunded(ORDER, REFUND, TOTAL, true));
  }

  @Test
  void refusesAnUnknownRefund() {
    placed(STARTED, PAID, FULFILLED)
        .when(new MarkRefunded(ORDER, REFUND))
        .expectExceptionDetails(new UnknownRefund(ORDER, REFUND));
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED)
        .when(new MarkRefunded(ORDER, OTHER_REFUND))
        .expectExceptionDetails(new UnknownRefund(ORDER, OTHER_REFUND));
  }
}
