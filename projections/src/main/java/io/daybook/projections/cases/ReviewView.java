package io.daybook.projections.cases;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next review of an approved business, or the one that is open.
 *
 * @param dueAt when it opens, or opened
 * @param openedAt absent while it is to come
 * @param proposedBy the officer who said that the approval stands
 */
public record ReviewView(Instant dueAt, @Nullable Instant openedAt, @Nullable UserId proposedBy) {
  /** Whether officers are awaited. */
  boolean isAwaited() {
    return openedAt != null;
  }

  /** Returns the review of a case, null if none is to come. */
  static @Nullable ReviewView of(Row row) throws SQLException {
    Instant dueAt = row.instantOrNull("review_due_at");
    return dueAt == null
        ? null
        : new ReviewView(
            dueAt,
            row.instantOrNull("review_opened_at"),
            row.valueOrNull("review_proposed_by", UserId::new));
  }
}
