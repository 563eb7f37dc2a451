package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one unit of a currency costs in another, as the metadata of an exchange say it: {@code
 * EUR/USD=1.0843} if a euro costs 1.0843 dollars.
 */
record ExchangeRate(String from, String to, BigDecimal rate) {
  /** The name under which the metadata of an entry have it. */
  static final String NAME = "exchange-rate";

  private static final Pattern FORMAT =
      Pattern.compile("([A-Z]{3})/([A-Z]{3})=([0-9]{1,9}(?:\\.[0-9]{1,12})?)");

  /** Reads a rate above zero between two currencies. */
  static Optional<ExchangeRate> parse(String text) {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches() || matcher.group(1).equals(matcher.group(2))) {
      return Optional.empty();
    }
    var rate = new BigDecimal(matcher.group(3));
    return rate.signum() == 0
        ? Optional.empty()
        : Optional.of(new ExchangeRate(matcher.group(1), matcher.group(2), rate));
  }

  /**
   * Tells whether {@code paid} of the first currency are {@code got} of the second: whether one of
   * them follows from the other, rounded half to even in its smallest unit.
   */
  boolean joins(Money paid, Money got) {
    return paid.currency().getCurrencyCode().equals(from)
        && got.currency().getCurrencyCode().equals(to)
        && (isRounded(exact(paid).multiply(rate), got)
            || isRounded(exact(got).divide(rate, MathContext.DECIMAL128), paid));
  }

  private static boolean isRounded(BigDecimal value, Money money) {
    return value.setScale(scale(money), RoundingMode.HALF_EVEN).compareTo(exact(money)) == 0;
  }

  private static BigDecimal exact(Money money) {
    return BigDecimal.valueOf(money.minorUnits(), scale(money));
  }

  private static int scale(Money money) {
    return Math.max(0, money.currency().getDefaultFractionDigits());
  }
}
