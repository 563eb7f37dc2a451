package io.daybook.reports;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;

/**
 * One posting of the general ledger.
 *
 * @param line its number in the entry, from 1
 * @param amountMinor in minor units of {@code currency}
 * @param position the journal index of the entry's event
 */
public record JournalLine(
    EntryId entry,
    int line,
    Instant postedAt,
    AccountId account,
    Side side,
    BigInteger amountMinor,
    Currency currency,
    String memo,
    String reference,
    long position) {
  static JournalLine of(Row row) throws SQLException {
    return new JournalLine(
        row.value("entry_id", EntryId::new),
        row.integer("line"),
        row.instant("posted_at"),
        row.value("account_id", AccountId::new),
        row.value("side", Side::valueOf),
        row.bigNumber("amount_minor"),
        row.value("currency", Currency::getInstance),
        row.text("memo"),
        row.text("reference"),
        row.number("created_position"));
  }
}
