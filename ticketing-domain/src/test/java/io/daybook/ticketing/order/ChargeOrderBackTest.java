package io.daybook.ticketing.order;

import static io.daybook.ticketing.order.OrderFixture.CONTENT;
import static io.daybook.ticketing.order.OrderFixture.EXPIRED;
import static io.daybook.ticketing.order.OrderFixture.FULFILLED;
import static io.daybook.ticketing.order.OrderFixture.ORDER;
import static io.daybook.ticketing.order.OrderFixture.OTHER_PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.PAID;
import static io.daybook.ticketing.order.OrderFixture.PAYMENT;
import static io.daybook.ticketing.order.OrderFixture.REFUND;
import static io.daybook.ticketing.order.OrderFixture.REFUNDED;
import static io.daybook.ticketing.order.OrderFixture.REFUND_REQUESTED;
import static io.daybook.ticketing.order.OrderFixture.SEATS;
import static io.daybook.ticketing.order.OrderFixture.STARTED;
import static io.daybook.ticketing.order.OrderFixture.TOTAL;
import static io.daybook.ticketing.order.OrderFixture.placed;

import io.daybook.ticketing.order.OrderCommand.ChargeOrderBack;
import io.daybook.ticketing.order.OrderCommand.RequestOrderRefund;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderError.OrderNotFulfilled;
import io.daybook.ticketing.order.OrderError.UnknownPayment;
import io.daybook.ticketing.order.OrderEvent.OrderChargedBack;
import org.junit.jupiter.api.Test;

class ChargeOrderBackTest {
  private static final ChargeOrderBack CHARGE_BACK = new ChargeOrderBack(ORDER, PAYMENT);
  private static final OrderChargedBack CHARGED_BACK =
      new OrderChargedBack(ORDER, PAYMENT, TOTAL, CONTENT.pool(), SEATS);

  @Test
  void endsAFulfilledOrderOnce() {
    placed(STARTED, PAID, FULFILLED).when(CHARGE_BACK).expectEvents(CHARGED_BACK);
    placed(STARTED, PAID, FULFILLED, CHARGED_BACK)
        .when(CHARGE_BACK)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void waitsForTheTickets() {
    placed(STARTED).when(CHARGE_BACK).expectExceptionDetails(new OrderNotFulfilled(ORDER));
    placed(STARTED, PAID).when(CHARGE_BACK).expectExceptionDetails(new OrderNotFulfilled(ORDER));
  }

  @Test
  void doesNotTakeBackWhatWasGivenBack() {
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED)
        .when(CHARGE_BACK)
        .expectExceptionDetails(new OrderEnded(ORDER));
    placed(STARTED, PAID, FULFILLED, REFUND_REQUESTED, REFUNDED)
        .when(CHARGE_BACK)
        .expectExceptionDetails(new OrderEnded(ORDER));
    placed(STARTED, EXPIRED).when(CHARGE_BACK).expectExceptionDetails(new OrderEnded(ORDER));
  }

  @Test
  void isOfThePaymentThatPaid() {
    placed(STARTED, PAID, FULFILLED)
        .when(new ChargeOrderBack(ORDER, OTHER_PAYMENT))
        .expectExceptionDetails(new UnknownPayment(ORDER, OTHER_PAYMENT));
  }

  @Test
  void isNotGivenBackAfterwards() {
    placed(STARTED, PAID, FULFILLED, CHARGED_BACK)
        .when(new RequestOrderRefund(ORDER, PAYMENT, REFUND, "why"))
        .expectExceptionDetails(new OrderEnded(ORDER));
  }
}
