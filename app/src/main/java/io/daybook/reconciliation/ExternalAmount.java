package io.daybook.reconciliation;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Reads amounts in whole units with a decimal point. */
final class ExternalAmount {
  private static final Pattern FORM = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,5})?");

  private ExternalAmount() {}

  /**
   * Returns minor units, not zero.
   *
   * @throws StatementMalformed if {@code text} is no amount in {@code currency}
   */
  static long parse(String text, Currency currency, String where) throws StatementMalformed {
    if (!FORM.matcher(text).matches()) {
      throw new StatementMalformed(where, "an amount is digits with a decimal point");
    }
    try {
      long minorUnits =
          new BigDecimal(text).movePointRight(currency.getDefaultFractionDigits()).longValueExact();
      if (minorUnits != 0) {
        return minorUnits;
      }
    } catch (ArithmeticException e) {
      throw new StatementMalformed(where, "an amount has the decimals of its currency");
    }
    throw new StatementMalformed(where, "an amount is not zero");
  }
}
