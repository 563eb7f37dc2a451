package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of an entry.
 *
 * @param line its number in the entry, from 1
 * @param balanceAfterMinor the account's balance after the whole entry, in minor units
 * @param valueDate the day on which the entry counts
 * @param postedAt when the entry was recorded
 * @param position the journal index of the entry's event
 */
public record PostingView(
    EntryId entry,
    int line,
    AccountId account,
    Side side,
    Money amount,
    BigInteger balanceAfterMinor,
    LocalDate valueDate,
    Instant postedAt,
    long position) {
  static PostingView of(Row row) throws SQLException {
    return new PostingView(
        row.value("entry_id", EntryId::new),
        row.integer("line"),
        row.value("account_id", AccountId::new),
        row.value("side", Side::valueOf),
        row.money("amount_minor"),
        row.bigNumber("balance_after_minor"),
        row.date("value_date"),
        row.instant("posted_at"),
        row.number("created_position"));
  }
}
