package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.AccountStatus;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BookId;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;

/**
 * An account and what was posted to it; all amounts in minor units of its currency.
 *
 * @param debitsMinor the sum of all debits
 * @param creditsMinor the sum of all credits
 * @param balanceMinor what its normal side has more than the other; below zero if overdrawn
 * @param pendingOutMinor what holds would take away from the balance
 * @param pendingInMinor what holds would bring to the balance
 * @param availableMinor the balance less what holds would take away
 * @param version how many entries have moved it
 */
public record AccountView(
    BookId book,
    AccountId account,
    AccountKind kind,
    Currency currency,
    BigInteger debitsMinor,
    BigInteger creditsMinor,
    BigInteger balanceMinor,
    long pendingOutMinor,
    long pendingInMinor,
    BigInteger availableMinor,
    AccountStatus status,
    AccountTerms terms,
    long version,
    Instant openedAt) {
  static AccountView of(Row row) throws SQLException {
    return new AccountView(
        row.value("book_id", BookId::new),
        row.value("account_id", AccountId::new),
        row.value("kind", AccountKind::valueOf),
        row.value("currency", Currency::getInstance),
        row.bigNumber("debits_minor"),
        row.bigNumber("credits_minor"),
        row.bigNumber("balance_minor"),
        row.number("pending_out_minor"),
        row.number("pending_in_minor"),
        row.bigNumber("balance_minor")
            .subtract(BigInteger.valueOf(row.number("pending_out_minor"))),
        row.value("status", AccountStatus::valueOf),
        new AccountTerms(
            row.numberOrNull("minimum_minor"),
            row.numberOrNull("maximum_minor"),
            row.textOrNull("tier")),
        row.number("version"),
        row.instant("opened_at"));
  }
}
