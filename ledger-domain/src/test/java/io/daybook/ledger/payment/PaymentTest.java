package io.daybook.ledger.payment;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.ledger.payment.PaymentCommand.RecordCapture;
import io.daybook.ledger.payment.PaymentCommand.RecordChargeback;
import io.daybook.ledger.payment.PaymentCommand.RecordChargebackWon;
import io.daybook.ledger.payment.PaymentCommand.RecordFailure;
import io.daybook.ledger.payment.PaymentCommand.RecordRefund;
import io.daybook.ledger.payment.PaymentCommand.RequestPayment;
import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.PaymentError.AlreadyRefunded;
import io.daybook.ledger.payment.PaymentError.AmountMismatch;
import io.daybook.ledger.payment.PaymentError.AmountNotPositive;
import io.daybook.ledger.payment.PaymentError.PaymentExistsWithDifferentContent;
import io.daybook.ledger.payment.PaymentError.PaymentNotCaptured;
import io.daybook.ledger.payment.PaymentError.UnknownRefund;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentEvent.RefundRequested;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** The provider's notices come late, twice and out of order; the payment ends up right. */
class PaymentTest {
  private static final PaymentId ID = new PaymentId(DerivedId.of("pay", "1"));
  private static final RefundId REFUND = new RefundId(DerivedId.of("rfd", "1"));
  private static final RefundId OTHER = new RefundId(DerivedId.of("rfd", "2"));
  private static final Money AMOUNT = Money.of("EUR", 45_00);
  private static final PaymentRequested REQUESTED =
      new PaymentRequested(ID, "order", AMOUNT, "tok");
  private static final PaymentAuthorised AUTHORISED = new PaymentAuthorised(ID, "order", "evt_1");
  private static final PaymentCaptured CAPTURED = new PaymentCaptured(ID, "order", AMOUNT, "evt_2");
  private static final PaymentFailed FAILED = new PaymentFailed(ID, "order", "declined", "evt_3");
  private static final RefundRequested REFUND_REQUESTED =
      new RefundRequested(ID, REFUND, "order", AMOUNT);
  private static final PaymentRefunded REFUNDED =
      new PaymentRefunded(ID, REFUND, "order", AMOUNT, "evt_4");
  private static final RecordAuthorisation AUTHORISE = new RecordAuthorisation(ID, "evt_1");
  private static final RecordCapture CAPTURE = new RecordCapture(ID, "evt_2", AMOUNT);
  private static final RecordFailure FAIL = new RecordFailure(ID, "evt_3", "declined");
  private static final RequestRefund REQUEST_REFUND = new RequestRefund(ID, REFUND);
  private static final RecordRefund RECORD_REFUND = new RecordRefund(ID, REFUND, "evt_4");

  private static TestExecutor<Payment> given(Object... events) {
    return new AggregateTestFixture<>(Payment.class).given(events);
  }

  private static RequestPayment request(Money amount) {
    return new RequestPayment(ID, "order", amount, "tok");
  }

  @Test
  void isRequestedOnce() {
    given().when(request(AMOUNT)).expectEvents(REQUESTED);
    given(REQUESTED).when(request(AMOUNT)).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void isChargedBackOnceAfterItsCaptureEvenIfItWasGivenBack() {
    var chargeback = new RecordChargeback(ID, "evt_5", AMOUNT);
    var chargedBack = new PaymentChargedBack(ID, "order", AMOUNT, "evt_5");

    given(REQUESTED, CAPTURED).when(chargeback).expectEvents(chargedBack);
    given(REQUESTED, CAPTURED, REFUND_REQUESTED, REFUNDED)
        .when(chargeback)
        .expectEvents(chargedBack);
    given(REQUESTED, CAPTURED, chargedBack)
        .when(new RecordChargeback(ID, "evt_6", AMOUNT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void isNotChargedBackBeforeItsCapture() {
    given(REQUESTED, AUTHORISED)
        .when(new RecordChargeback(ID, "evt_5", AMOUNT))
        .expectExceptionDetails(new PaymentNotCaptured(ID));
  }

  private static final Money PART = Money.of("EUR", 40_00);
  private static final Money REST = Money.of("EUR", 5_00);
  private static final PaymentPartlyChargedBack PARTLY =
      new PaymentPartlyChargedBack(ID, "order", PART, "evt_5");

  @Test
  void isChargedBackInPartsUpToItsAmount() {
    given(REQUESTED, CAPTURED).when(new RecordChargeback(ID, "evt_5", PART)).expectEvents(PARTLY);
    given(REQUESTED, CAPTURED, PARTLY)
        .when(new RecordChargeback(ID, "evt_5", PART))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    given(REQUESTED, CAPTURED, PARTLY)
        .when(new RecordChargeback(ID, "evt_6", REST))
        .expectEvents(new PaymentPartlyChargedBack(ID, "order", REST, "evt_6"));
    given(REQUESTED, CAPTURED, PARTLY)
        .when(new RecordChargeback(ID, "evt_6", REST.plus(Money.of("EUR", 1))))
        .expectExceptionDetails(new AmountMismatch(ID, REST, Money.of("EUR", 5_01)));
    given(REQUESTED, CAPTURED)
        .when(new RecordChargeback(ID, "evt_5", Money.of("EUR", 0)))
        .expectExceptionDetails(new AmountMismatch(ID, AMOUNT, Money.of("EUR", 0)));
    given(REQUESTED, CAPTURED)
        .when(new RecordChargeback(ID, "evt_5", Money.of("USD", 1)))
        .expectExceptionDetails(new AmountMismatch(ID, AMOUNT, Money.of("USD", 1)));
  }

  @Test
  void winsBackWhatWasTakenAndNoMore() {
    var won = new ChargebackWon(ID, "order", PART, "evt_7");
    given(REQUESTED, CAPTURED, PARTLY)
        .when(new RecordChargebackWon(ID, "evt_7", PART))
        .expectEvents(won);
    given(REQUESTED, CAPTURED, PARTLY, won)
        .when(new RecordChargebackWon(ID, "evt_7", PART))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    given(REQUESTED, CAPTURED, PARTLY)
        .when(new RecordChargebackWon(ID, "evt_7", AMOUNT))
        .expectExceptionDetails(new AmountMismatch(ID, PART, AMOUNT));
    given(REQUESTED, CAPTURED)
        .when(new RecordChargebackWon(ID, "evt_7", PART))
        .expectExceptionDetails(new AmountMismatch(ID, Money.of("EUR", 0), PART));
  }

  @Test
  void canBeChargedBackAgainAfterItWasWon() {
    given(
            REQUESTED,
            CAPTURED,
            new PaymentChargedBack(ID, "order", AMOUNT, "evt_5"),
            new ChargebackWon(ID, "order", AMOUNT, "evt_7"))
        .when(new RecordChargeback(ID, "evt_8", AMOUNT))
        .expectEvents(new PaymentPartlyChargedBack(ID, "order", AMOUNT, "evt_8"));
  }

  @Test
  void aRefundGoesOnAfterAChargeback() {
    var chargedBack = new PaymentChargedBack(ID, "order", AMOUNT, "evt_5");

    given(REQUESTED, CAPTURED, REFUND_REQUESTED, chargedBack)
        .when(RECORD_REFUND)
        .expectEvents(REFUNDED);
  }

  @Test
  void refusesARepeatWithAnotherAmount() {
    given(REQUESTED)
        .when(request(Money.of("EUR", 45_01)))
        .expectNoEvents()
        .expectExceptionDetails(new PaymentExistsWithDifferentContent(ID));
  }

  @Test
  void isOfAtLeastOneCent() {
    Money nothing = Money.of("EUR", 0);

    given().when(request(nothing)).expectExceptionDetails(new AmountNotPositive(ID, nothing));
    given()
        .when(request(Money.of("EUR", 1)))
        .expectEvents(new PaymentRequested(ID, "order", Money.of("EUR", 1), "tok"));
  }

  @Test
  void isAuthorisedThenCaptured() {
    given(REQUESTED).when(AUTHORISE).expectEvents(AUTHORISED);
    given(REQUESTED, AUTHORISED).when(CAPTURE).expectEvents(CAPTURED);
  }

  @Test
  void isCapturedBeforeItsAuthorisationIsKnown() {
    given(REQUESTED).when(CAPTURE).expectEvents(CAPTURED);
    given(REQUESTED, CAPTURED).when(AUTHORISE).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void isCapturedLateAfterItFailed() {
    given(REQUESTED, FAILED).when(CAPTURE).expectEvents(CAPTURED);
  }

  @Test
  void ignoresNoticesThatComeTwice() {
    given(REQUESTED, AUTHORISED).when(AUTHORISE).expectNoEvents();
    given(REQUESTED, CAPTURED).when(CAPTURE).expectSuccessfulHandlerExecution().expectNoEvents();
    given(REQUESTED, FAILED).when(FAIL).expectNoEvents();
  }

  @Test
  void failsBeforeButNotAfterItsCapture() {
    given(REQUESTED).when(FAIL).expectEvents(FAILED);
    given(REQUESTED, AUTHORISED).when(FAIL).expectEvents(FAILED);
    given(REQUESTED, CAPTURED).when(FAIL).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void isNotAuthorisedAfterItFailed() {
    given(REQUESTED, FAILED).when(AUTHORISE).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void refusesTheCaptureOfAnotherAmount() {
    Money less = Money.of("EUR", 44_99);

    given(REQUESTED)
        .when(new RecordCapture(ID, "evt_2", less))
        .expectNoEvents()
        .expectExceptionDetails(new AmountMismatch(ID, AMOUNT, less));
  }

  @Test
  void isGivenBackOnce() {
    given(REQUESTED, CAPTURED).when(REQUEST_REFUND).expectEvents(REFUND_REQUESTED);
    given(REQUESTED, CAPTURED, REFUND_REQUESTED).when(REQUEST_REFUND).expectNoEvents();
    given(REQUESTED, CAPTURED, REFUND_REQUESTED).when(RECORD_REFUND).expectEvents(REFUNDED);
    given(REQUESTED, CAPTURED, REFUND_REQUESTED, REFUNDED)
        .when(RECORD_REFUND)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesToGiveBackWhatDidNotCome() {
    given(REQUESTED, FAILED)
        .when(REQUEST_REFUND)
        .expectExceptionDetails(new PaymentNotCaptured(ID));
  }

  @Test
  void refusesASecondRefund() {
    given(REQUESTED, CAPTURED, REFUND_REQUESTED)
        .when(new RequestRefund(ID, OTHER))
        .expectExceptionDetails(new AlreadyRefunded(ID, REFUND));
  }

  @Test
  void refusesTheNoticeOfAnUnknownRefund() {
    given(REQUESTED, CAPTURED)
        .when(RECORD_REFUND)
        .expectExceptionDetails(new UnknownRefund(ID, REFUND));
    given(REQUESTED, CAPTURED, REFUND_REQUESTED)
        .when(new RecordRefund(ID, OTHER, "evt_4"))
        .expectExceptionDetails(new UnknownRefund(ID, OTHER));
  }

  @Test
  void ignoresACaptureAfterTheMoneyWentBack() {
    given(REQUESTED, CAPTURED, REFUND_REQUESTED, REFUNDED).when(CAPTURE).expectNoEvents();
  }
}
