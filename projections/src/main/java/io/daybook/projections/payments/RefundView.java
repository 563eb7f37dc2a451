package io.daybook.projections.payments;

import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund of a payment.
 *
 * @param reference what was paid, such as an order's id
 * @param refundedAt absent until the buyer has the money back
 * @param position the journal index of its last event
 */
public record RefundView(
    RefundId refund,
    PaymentId payment,
    String reference,
    Money amount,
    RefundState state,
    Instant requestedAt,
    @Nullable Instant refundedAt,
    long position) {
  static RefundView of(Row row) throws SQLException {
    return new RefundView(
        row.value("refund_id", RefundId::new),
        row.value("payment_id", PaymentId::new),
        row.text("reference"),
        row.money("amount_minor"),
        row.value("state", RefundState::valueOf),
        row.instant("requested_at"),
        row.instantOrNull("refunded_at"),
        row.number("position"));
  }
}
