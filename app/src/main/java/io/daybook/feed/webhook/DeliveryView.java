package io.daybook.feed.webhook;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to an endpoint, as far as it has come.
 *
 * @param position of the fact that it tells
 * @param messageId what {@code webhook-id} says, the same at each attempt
 * @param resource the aggregate whose messages are sent one after the other
 * @param attempts how often it was tried since it was queued or asked for again
 * @param dueAt when it is tried next, if it is pending
 * @param status what the endpoint answered last; absent if it did not
 * @param error why the last attempt failed; absent if it did not
 */
public record DeliveryView(
    long position,
    String messageId,
    String resource,
    String eventType,
    State state,
    int attempts,
    Instant dueAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant deliveredAt,
    @Nullable Long status,
    @Nullable String error) {
  /** Where a message stands. */
  public enum State {
    PENDING,
    DELIVERED,
    FAILED
  }

  static DeliveryView of(Row row) throws SQLException {
    return new DeliveryView(
        row.number("position"),
        row.text("message_id"),
        row.text("resource"),
        row.text("event_type"),
        row.value("state", State::valueOf),
        row.integer("attempts"),
        row.instant("due_at"),
        row.instantOrNull("attempted_at"),
        row.instantOrNull("delivered_at"),
        row.numberOrNull("status"),
        row.textOrNull("error"));
  }
}
