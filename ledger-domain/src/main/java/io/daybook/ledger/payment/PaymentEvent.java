package io.daybook.ledger.payment;

import io.daybook.ledger.money.Money;

/** What happened to a payment. */
public sealed interface PaymentEvent {
  /** Returns the payment that it happened to. */
  PaymentId payment();

  /** A payment was started. */
  record PaymentRequested(PaymentId payment, String reference, Money amount, String method)
      implements PaymentEvent {}

  /** The provider set the money aside. */
  record PaymentAuthorised(PaymentId payment, String reference, String providerEventId)
      implements PaymentEvent {}

  /** The provider took the money. */
  record PaymentCaptured(PaymentId payment, String reference, Money amount, String providerEventId)
      implements PaymentEvent {}

  /** The payment failed. */
  record PaymentFailed(PaymentId payment, String reference, String reason, String providerEventId)
      implements PaymentEvent {}

  /** The scheme took the money back for the buyer, whatever had become of the payment. */
  record PaymentChargedBack(
      PaymentId payment, String reference, Money amount, String providerEventId)
      implements PaymentEvent {}

  /** The scheme took a part of the money back for the buyer, or took it back once more. */
  record PaymentPartlyChargedBack(
      PaymentId payment, String reference, Money amount, String providerEventId)
      implements PaymentEvent {}

  /** The scheme decided for us and returned what it had taken back, or a part of it. */
  record ChargebackWon(PaymentId payment, String reference, Money amount, String providerEventId)
      implements PaymentEvent {}

  /** The provider was asked to give the money back. */
  record RefundRequested(PaymentId payment, RefundId refund, String reference, Money amount)
      implements PaymentEvent {}

  /** The provider gave the money back. */
  record PaymentRefunded(
      PaymentId payment, RefundId refund, String reference, Money amount, String providerEventId)
      implements PaymentEvent {}
}
