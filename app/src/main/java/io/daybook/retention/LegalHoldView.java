package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as lists show it.
 *
 * @param approvedBy who agreed last, to its beginning or its end; absent before
 */
public record LegalHoldView(
    LegalHoldId id,
    UserId person,
    String reference,
    String state,
    UserId proposedBy,
    @Nullable UserId approvedBy,
    Instant proposedAt,
    Instant changedAt) {
  static LegalHoldView of(Row row) throws SQLException {
    return new LegalHoldView(
        row.value("hold_id", LegalHoldId::new),
        row.value("person_id", UserId::new),
        row.text("reference"),
        row.text("state"),
        row.value("proposed_by", UserId::new),
        row.valueOrNull("approved_by", UserId::new),
        row.instant("proposed_at"),
        row.instant("changed_at"));
  }
}
