package io.daybook.reports;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;

/**
 * An account with what was posted to it up to a time; all amounts in minor units of its currency.
 *
 * @param balanceMinor what its normal side has more than the other; below zero if overdrawn
 */
public record AccountSum(
    AccountId account,
    AccountKind kind,
    Currency currency,
    BigInteger debitsMinor,
    BigInteger creditsMinor,
    BigInteger balanceMinor,
    Instant openedAt) {
  static AccountSum of(Row row) throws SQLException {
    AccountKind kind = row.value("kind", AccountKind::valueOf);
    BigInteger debits = row.bigNumber("debits_minor");
    BigInteger credits = row.bigNumber("credits_minor");
    return new AccountSum(
        row.value("account_id", AccountId::new),
        kind,
        row.value("currency", Currency::getInstance),
        debits,
        credits,
        kind.normalSide() == Side.DEBIT ? debits.subtract(credits) : credits.subtract(debits),
        row.instant("opened_at"));
  }
}
