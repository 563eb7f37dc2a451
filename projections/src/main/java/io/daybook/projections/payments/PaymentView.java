package io.daybook.projections.payments;

import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment; a time is absent where it has not come to that.
 *
 * @param reference what is paid, such as an order's id
 * @param method the provider's token for the means of payment; never a card number
 * @param reason why it failed; absent otherwise
 * @param position the journal index of its last event
 */
public record PaymentView(
    PaymentId payment,
    String reference,
    Money amount,
    String method,
    PaymentState state,
    @Nullable String reason,
    Instant requestedAt,
    @Nullable Instant authorisedAt,
    @Nullable Instant capturedAt,
    @Nullable Instant failedAt,
    @Nullable Instant refundedAt,
    long position) {
  static PaymentView of(Row row) throws SQLException {
    return new PaymentView(
        row.value("payment_id", PaymentId::new),
        row.text("reference"),
        row.money("amount_minor"),
        row.text("method"),
        row.value("state", PaymentState::valueOf),
        row.textOrNull("reason"),
        row.instant("requested_at"),
        row.instantOrNull("authorised_at"),
        row.instantOrNull("captured_at"),
        row.instantOrNull("failed_at"),
        row.instantOrNull("refunded_at"),
        row.number("position"));
  }
}
