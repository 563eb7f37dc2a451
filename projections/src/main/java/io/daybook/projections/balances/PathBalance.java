package io.daybook.projections.balances;

import io.daybook.projections.shared.Row;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Currency;

/**
 * The sums over all accounts under a path in one currency, in minor units.
 *
 * @param netMinor debits less credits
 */
public record PathBalance(
    Currency currency, BigInteger debitsMinor, BigInteger creditsMinor, BigInteger netMinor) {
  static PathBalance of(Row row) throws SQLException {
    BigInteger debits = row.bigNumber("debits_minor");
    BigInteger credits = row.bigNumber("credits_minor");
    return new PathBalance(
        row.value("currency", Currency::getInstance), debits, credits, debits.subtract(credits));
  }
}
