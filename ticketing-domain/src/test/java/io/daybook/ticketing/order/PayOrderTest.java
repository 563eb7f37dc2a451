package io.daybook.ticketing.order;

import static io.daybook.ticketing.order.OrderFixture.CANCELLED;
import static io.daybook.ticketing.order.OrderFixture.EXPIRED;
import static io.daybook.ticketing.order.OrderFixture.FAILED;
import static io.daybook.ticketing.order.OrderFixture.FULFILLED;
import static io.daybook.ticketing.order.OrderFixture.LATE_REFUND_REQUESTED;
import static io.daybook.ticketing.order.OrderFixture.ORDER;
import static io.daybook.ticketing.order.OrderFixture.OTHER_PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.PAID;
import static io.daybook.ticketing.order.OrderFixture.PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.REFUND_REQUESTED;
import static io.daybook.ticketing.order.OrderFixture.SEATS;
import static io.daybook.ticketing.order.OrderFixture.STARTED;
import static io.daybook.ticketing.order.OrderFixture.TOTAL;
import static io.daybook.ticketing.order.OrderFixture.placed;

import io.daybook.ledger.payment.PaymentId;
import io.daybook.ticketing.order.OrderCommand.CancelOrder;
import io.daybook.ticketing.order.OrderCommand.ExpireOrder;
import io.daybook.ticketing.order.OrderCommand.FulfilOrder;
import io.daybook.ticketing.order.OrderCommand.MarkPaid;
import io.daybook.ticketing.order.OrderCommand.RecordPaymentFailure;
import io.daybook.ticketing.order.OrderCommand.StartPayment;
import io.daybook.ticketing.order.OrderError.OrderAlreadyPaid;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderError.OrderNotPaid;
import io.daybook.ticketing.order.OrderError.PaymentUnderWay;
import io.daybook.ticketing.order.OrderError.UnknownPayment;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import org.junit.jupiter.api.Test;

class PayOrderTest {
  private static final PaymentStarted STARTED_AGAIN =
      new PaymentStarted(ORDER, OTHER_PAYMENT, TOTAL, "tok");

  private static StartPayment start(PaymentId payment) {
    return new StartPayment(ORDER, payment, "tok");
  }

  private static MarkPaid markPaid(boolean late) {
    return new MarkPaid(ORDER, PAYMENT, SEATS, late);
  }

  @Test
  void startsOnePaymentAtATime() {
    placed().when(start(PAYMENT)).expectEvents(STARTED);
    placed(STARTED).when(start(PAYMENT)).expectSuccessfulHandlerExecution().expectNoEvents();
    placed(STARTED)
        .when(start(OTHER_PAYMENT))
        .expectNoEvents()
        .expectExceptionDetails(new PaymentUnderWay(ORDER, PAYMENT));
  }

  @Test
  void startsAnotherPaymentAfterOneFailed() {
    placed(STARTED, FAILED).when(start(OTHER_PAYMENT)).expectEvents(STARTED_AGAIN);
  }

  @Test
  void startsNoPaymentOfAPaidOrEndedOrder() {
    placed(STARTED, PAID)
        .when(start(OTHER_PAYMENT))
        .expectExceptionDetails(new OrderAlreadyPaid(ORDER));
    placed(EXPIRED).when(start(PAYMENT)).expectExceptionDetails(new OrderEnded(ORDER));
    placed(CANCELLED).when(start(PAYMENT)).expectExceptionDetails(new OrderEnded(ORDER));
    placed(STARTED, LATE_REFUND_REQUESTED)
        .when(start(OTHER_PAYMENT))
        .expectExceptionDetails(new OrderEnded(ORDER));
  }

  @Test
  void recordsTheFailureOfThePaymentUnderWay() {
    var failure = new RecordPaymentFailure(ORDER, PAYMENT, "declined");

    placed(STARTED).when(failure).expectEvents(FAILED);
    placed(STARTED, FAILED).when(failure).expectSuccessfulHandlerExecution().expectNoEvents();
    placed(STARTED, FAILED, STARTED_AGAIN).when(failure).expectNoEvents();
    placed(STARTED, PAID).when(failure).expectNoEvents();
    placed().when(failure).expectExceptionDetails(new UnknownPayment(ORDER, PAYMENT));
  }

  @Test
  void isPaidOnce() {
    placed(STARTED).when(markPaid(false)).expectEvents(PAID);
    placed(STARTED, PAID).when(markPaid(false)).expectNoEvents();
    placed(STARTED, PAID, FULFILLED).when(markPaid(false)).expectNoEvents();
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED)
        .when(markPaid(false))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void isPaidLateAfterItsPaymentFailedOrItsHoldEnded() {
    var paidLate = new OrderPaid(ORDER, PAYMENT, SEATS, true);

    placed(STARTED, FAILED).when(markPaid(false)).expectEvents(PAID);
    placed(STARTED, EXPIRED).when(markPaid(true)).expectEvents(paidLate);
    placed(STARTED, FAILED, CANCELLED).when(markPaid(true)).expectEvents(paidLate);
  }

  @Test
  void isNotPaidByASecondOrAnUnknownPayment() {
    placed(STARTED, FAILED, STARTED_AGAIN, PAID)
        .when(new MarkPaid(ORDER, OTHER_PAYMENT, SEATS, false))
        .expectExceptionDetails(new OrderAlreadyPaid(ORDER));
    placed().when(markPaid(false)).expectExceptionDetails(new UnknownPayment(ORDER, PAYMENT));
  }

  @Test
  void isNotPaidByMoneyThatGoesBackAlready() {
    placed(STARTED, EXPIRED, LATE_REFUND_REQUESTED)
        .when(markPaid(true))
        .expectNoEvents()
        .expectExceptionDetails(new OrderEnded(ORDER));
  }

  @Test
  void isFulfilledOnceAfterItIsPaid() {
    placed(STARTED, PAID).when(new FulfilOrder(ORDER)).expectEvents(FULFILLED);
    placed(STARTED, PAID, FULFILLED).when(new FulfilOrder(ORDER)).expectNoEvents();
    placed(STARTED).when(new FulfilOrder(ORDER)).expectExceptionDetails(new OrderNotPaid(ORDER));
  }

  @Test
  void expiresOnceUnlessItIsPaid() {
    var expire = new ExpireOrder(ORDER);

    placed().when(expire).expectEvents(EXPIRED);
    placed(STARTED).when(expire).expectEvents(EXPIRED);
    placed(EXPIRED).when(expire).expectSuccessfulHandlerExecution().expectNoEvents();
    placed(STARTED, PAID).when(expire).expectExceptionDetails(new OrderAlreadyPaid(ORDER));
  }

  @Test
  void isCancelledOnceUnlessAPaymentIsUnderWay() {
    var cancel = new CancelOrder(ORDER);

    placed().when(cancel).expectEvents(CANCELLED);
    placed(CANCELLED).when(cancel).expectSuccessfulHandlerExecution().expectNoEvents();
    placed(STARTED, FAILED).when(cancel).expectEvents(CANCELLED);
    placed(STARTED).when(cancel).expectExceptionDetails(new PaymentUnderWay(ORDER, PAYMENT));
    placed(EXPIRED).when(cancel).expectExceptionDetails(new OrderEnded(ORDER));
    placed(STARTED, PAID).when(cancel).expectExceptionDetails(new OrderAlreadyPaid(ORDER));
  }
}
