package io.daybook.reconciliation;

import io.daybook.ledger.book.AccountId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A reconciliation.
 *
 * @param lines how many lines the statement has
 * @param matched how many of them the ledger has too
 * @param openDifferences how many differences nobody has resolved yet
 */
public record ReconciliationView(
    ReconciliationId id,
    AccountId account,
    String currency,
    Instant from,
    Instant until,
    String sha256,
    int lines,
    int matched,
    int differences,
    int openDifferences,
    Instant reconciledAt) {
  static ReconciliationView of(Row row) throws SQLException {
    return new ReconciliationView(
        row.value("reconciliation_id", ReconciliationId::new),
        row.value("account_id", AccountId::new),
        row.text("currency"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.text("file_sha256"),
        row.integer("file_lines"),
        row.integer("matched"),
        row.integer("differences"),
        row.integer("open_differences"),
        row.instant("reconciled_at"));
  }
}
