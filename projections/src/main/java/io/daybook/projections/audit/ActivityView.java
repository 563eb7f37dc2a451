package io.daybook.projections.audit;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the journal, without its content.
 *
 * @param position its index in the journal
 * @param aggregateType absent, as the next two, if no aggregate decided it
 * @param sequence its number among the aggregate's events, from 0
 * @param eventType the event's simple name, such as {@code OrderPaid}
 * @param actor who caused it; absent if it does not say
 */
public record ActivityView(
    long position,
    String eventId,
    @Nullable String aggregateType,
    @Nullable String aggregateId,
    @Nullable Long sequence,
    String eventType,
    Instant time,
    @Nullable String actor) {
  static ActivityView of(Row row) throws SQLException {
    return new ActivityView(
        row.number("position"),
        row.text("event_id"),
        row.textOrNull("aggregate_type"),
        row.textOrNull("aggregate_id"),
        row.numberOrNull("aggregate_sequence"),
        row.text("event_type"),
        row.instant("occurred_at"),
        row.textOrNull("actor"));
  }
}
