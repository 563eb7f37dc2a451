package io.daybook.ui.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Amounts and times as the pages show them. */
final class Shown {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Shown() {}

  /** Returns such as {@code 1,234.50 EUR}. */
  static String amount(BigInteger minorUnits, Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(new BigDecimal(minorUnits, decimals)) + " " + currency;
  }

  static String time(Instant at) {
    return TIME.format(at) + " UTC";
  }
}
