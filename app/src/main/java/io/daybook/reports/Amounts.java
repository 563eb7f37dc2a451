package io.daybook.reports;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/** Amounts in whole units of their currency, with as many decimals as it has. */
final class Amounts {
  private Amounts() {}

  static BigDecimal of(BigInteger minorUnits, Currency currency) {
    return new BigDecimal(minorUnits, Math.max(0, currency.getDefaultFractionDigits()));
  }

  static String text(BigInteger minorUnits, Currency currency) {
    return of(minorUnits, currency).toPlainString();
  }
}
