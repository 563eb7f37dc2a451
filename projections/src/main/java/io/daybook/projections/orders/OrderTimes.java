package io.daybook.projections.orders;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an order reached each of its states, by its events' times; absent where it did not.
 *
 * @param endedAt when it expired or was cancelled
 * @param updatedAt the time of its last event
 */
public record OrderTimes(
    Instant placedAt,
    @Nullable Instant paymentStartedAt,
    @Nullable Instant paidAt,
    @Nullable Instant fulfilledAt,
    @Nullable Instant endedAt,
    @Nullable Instant refundRequestedAt,
    @Nullable Instant refundedAt,
    Instant updatedAt) {
  static OrderTimes of(Row row) throws SQLException {
    return new OrderTimes(
        row.instant("placed_at"),
        row.instantOrNull("payment_started_at"),
        row.instantOrNull("paid_at"),
        row.instantOrNull("fulfilled_at"),
        row.instantOrNull("ended_at"),
        row.instantOrNull("refund_requested_at"),
        row.instantOrNull("refunded_at"),
        row.instant("updated_at"));
  }
}
