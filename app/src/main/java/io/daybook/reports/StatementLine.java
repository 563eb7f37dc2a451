package io.daybook.reports;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One posting on a statement; amounts in minor units.
 *
 * @param line its number in the entry, from 1
 * @param balanceMinor the account's balance after it
 * @param position the journal index of the entry's event
 */
public record StatementLine(
    EntryId entry,
    int line,
    Instant postedAt,
    Side side,
    BigInteger amountMinor,
    BigInteger balanceMinor,
    String memo,
    String reference,
    long position) {
  static StatementLine of(Row row) throws SQLException {
    return new StatementLine(
        row.value("entry_id", EntryId::new),
        row.integer("line"),
        row.instant("posted_at"),
        row.value("side", Side::valueOf),
        row.bigNumber("amount_minor"),
        BigInteger.ZERO,
        row.text("memo"),
        row.text("reference"),
        row.number("created_position"));
  }

  StatementLine withBalance(BigInteger balance) {
    return new StatementLine(
        entry, line, postedAt, side, amountMinor, balance, memo, reference, position);
  }
}
