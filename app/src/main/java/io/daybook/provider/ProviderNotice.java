package io.daybook.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a provider's webhook says.
 *
 * @param type {@code payment.authorised}, {@code payment.captured}, {@code payment.failed}, {@code
 *     payment.charged_back}, {@code payment.chargeback_won} or {@code refund.succeeded}
 * @param payment our id of the payment
 * @param refund our id of the refund, for refunds
 * @param amountMinor in minor units of {@code currency}
 * @param reason why a payment failed
 */
record ProviderNotice(
    String id,
    String type,
    String payment,
    @Nullable String refund,
    long amountMinor,
    String currency,
    @Nullable String reason) {}
