package io.daybook.reconciliation;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference and what became of it.
 *
 * @param resolution absent while it is open
 * @param resolvedByEntry what was posted because of it; absent if nothing was
 */
public record DifferenceView(
    int number,
    Difference.Kind kind,
    String reference,
    @Nullable EntryId entry,
    @Nullable Money inFile,
    @Nullable Money inLedger,
    @Nullable Resolution resolution,
    @Nullable EntryId resolvedByEntry,
    @Nullable Instant resolvedAt) {
  static DifferenceView of(Row row) throws SQLException {
    String currency = row.text("currency");
    return new DifferenceView(
        row.integer("number"),
        row.value("kind", Difference.Kind::valueOf),
        row.text("reference"),
        row.valueOrNull("entry_id", EntryId::new),
        money(currency, row.numberOrNull("file_minor")),
        money(currency, row.numberOrNull("ledger_minor")),
        row.valueOrNull("resolution", Resolution::valueOf),
        row.valueOrNull("resolved_by_entry", EntryId::new),
        row.instantOrNull("resolved_at"));
  }

  private static @Nullable Money money(String currency, @Nullable Long minorUnits) {
    return minorUnits == null ? null : Money.of(currency, minorUnits);
  }
}
