package io.daybook.ledger.payment;

import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentEvent.RefundRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Passes every requested payment and refund on to the provider, at least once. */
@ProcessingGroup(ProviderRequests.GROUP)
final class ProviderRequests {
  static final String GROUP = "payment-provider";

  private final PaymentProvider provider;

  ProviderRequests(PaymentProvider provider) {
    this.provider = provider;
  }

  @EventHandler
  void on(PaymentRequested event) {
    provider.requestPayment(event.payment(), event.amount(), event.method());
  }

  @EventHandler
  void on(RefundRequested event) {
    provider.requestRefund(event.payment(), event.refund(), event.amount());
  }
}
