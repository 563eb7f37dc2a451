package io.daybook.ledger.payment;

import io.daybook.ledger.money.Money;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a payment can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface PaymentCommand {
  /** Returns the payment that the command is for. */
  PaymentId payment();

  /**
   * Starts a payment with the provider.
   *
   * @param reference what is paid, such as an order's id
   * @param method the provider's token for the buyer's means of payment; never a card number
   */
  record RequestPayment(
      @TargetAggregateIdentifier PaymentId payment, String reference, Money amount, String method)
      implements PaymentCommand {}

  /** Records that the provider has set the money aside. */
  record RecordAuthorisation(@TargetAggregateIdentifier PaymentId payment, String providerEventId)
      implements PaymentCommand {}

  /** Records that the provider has taken the money. */
  record RecordCapture(
      @TargetAggregateIdentifier PaymentId payment, String providerEventId, Money amount)
      implements PaymentCommand {}

  /** Records that the payment failed, with the provider's reason code. */
  record RecordFailure(
      @TargetAggregateIdentifier PaymentId payment, String providerEventId, String reason)
      implements PaymentCommand {}

  /** Records that the scheme took the money back for the buyer, or a part of it. */
  record RecordChargeback(
      @TargetAggregateIdentifier PaymentId payment, String providerEventId, Money amount)
      implements PaymentCommand {}

  /** Records that the scheme returned what it had taken back, or a part of it. */
  record RecordChargebackWon(
      @TargetAggregateIdentifier PaymentId payment, String providerEventId, Money amount)
      implements PaymentCommand {}

  /** Asks the provider to give the whole captured amount back. */
  record RequestRefund(@TargetAggregateIdentifier PaymentId payment, RefundId refund)
      implements PaymentCommand {}

  /** Records that the provider has given the money back. */
  record RecordRefund(
      @TargetAggregateIdentifier PaymentId payment, RefundId refund, String providerEventId)
      implements PaymentCommand {}
}
