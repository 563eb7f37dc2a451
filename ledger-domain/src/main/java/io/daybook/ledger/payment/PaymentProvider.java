package io.daybook.ledger.payment;

import io.daybook.ledger.money.Money;

/**
 * The outside company that moves the money.
 *
 * <p>Both calls only start something: the outcome arrives later as a signed webhook, perhaps late,
 * twice or out of order. Both may be repeated with the same ids and then have one effect.
 */
public interface PaymentProvider {
  /** Asks the provider to take {@code amount} by {@code method}. */
  void requestPayment(PaymentId payment, Money amount, String method);

  /** Asks the provider to give {@code amount} of {@code payment} back. */
  void requestRefund(PaymentId payment, RefundId refund, Money amount);
}
