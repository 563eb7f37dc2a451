package io.daybook.projections.cases;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a KYB case.
 *
 * @param position the journal index of its event
 * @param what the event's name, such as {@code CaseSubmitted}
 * @param who the user's id, or the name of a process; absent if the event does not say
 * @param reason the officer's; absent if there is none
 */
public record HistoryView(
    long position, Instant time, String what, @Nullable String who, @Nullable String reason) {
  static HistoryView of(Row row) throws SQLException {
    return new HistoryView(
        row.number("position"),
        row.instant("occurred_at"),
        row.text("what"),
        row.textOrNull("who"),
        row.textOrNull("reason"));
  }
}
