package io.daybook.projections.cases;

import io.daybook.projections.shared.PersonalTexts;
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
  /** Returns where the reason of the event at a journal index is stored. */
  static String[] place(long position) {
    return new String[] {"read.kyb_history", "reason", Long.toString(position)};
  }

  /** Returns this view, read as it is stored, with the reason as it reads now. */
  HistoryView opened(PersonalTexts texts) {
    return reason == null
        ? this
        : new HistoryView(position, time, what, who, texts.open(reason, place(position)));
  }

  static HistoryView of(Row row) throws SQLException {
    return new HistoryView(
        row.number("position"),
        row.instant("occurred_at"),
        row.text("what"),
        row.textOrNull("who"),
        row.textOrNull("reason"));
  }
}
