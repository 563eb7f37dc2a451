package io.daybook.ledger.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An exact amount in one currency, counted in minor units (cents for EUR, yen for JPY).
 *
 * <p>Arithmetic is exact or fails: it never rounds unless it says so, and never wraps.
 *
 * @param currency an ISO 4217 currency
 * @param minorUnits the amount in the currency's smallest unit; may be negative
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {
  private static final int BASIS_POINTS = 10_000;

  /** Checks that there is a currency. */
  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  /** Returns {@code minorUnits} of the currency with the ISO 4217 code {@code currencyCode}. */
  public static Money of(String currencyCode, long minorUnits) {
    return new Money(Currency.getInstance(currencyCode), minorUnits);
  }

  /** Returns nothing of {@code currency}. */
  public static Money zero(Currency currency) {
    return new Money(currency, 0);
  }

  /**
   * Returns the sum of this amount and {@code other}.
   *
   * @throws CurrencyMismatchException if the currencies differ
   * @throws ArithmeticException if the sum exceeds {@link Long#MAX_VALUE} minor units
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
  }

  /**
   * Returns this amount less {@code other}.
   *
   * @throws CurrencyMismatchException if the currencies differ
   * @throws ArithmeticException if the difference does not fit
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
  }

  /**
   * Returns this amount {@code factor} times.
   *
   * @throws ArithmeticException if the product does not fit
   */
  public Money times(long factor) {
    return new Money(currency, Math.multiplyExact(minorUnits, factor));
  }

  /**
   * Returns {@code basisPoints} hundredths of a percent of this amount, rounded down to the minor
   * unit: 5 % ({@code 500}) of 10.50 EUR is 0.52 EUR.
   *
   * @param basisPoints from 0 to 10,000
   */
  public Money portion(int basisPoints) {
    if (basisPoints < 0 || basisPoints > BASIS_POINTS) {
      throw new IllegalArgumentException("basis points from 0 to 10000, not " + basisPoints);
    }
    BigInteger product = BigInteger.valueOf(minorUnits).multiply(BigInteger.valueOf(basisPoints));
    BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(BASIS_POINTS));
    long whole = parts[0].longValueExact();
    return new Money(currency, parts[1].signum() < 0 ? whole - 1 : whole);
  }

  /**
   * Splits this amount in proportion to {@code weights}; the parts add up to it exactly.
   *
   * <p>Each part is rounded down to the minor unit, and what is left goes, one unit each, to the
   * parts that lost most by it, the earlier ones first (the method of the largest remainder): 10.00
   * EUR in three equal parts is 3.34, 3.33 and 3.33 EUR.
   *
   * @param weights one or more, none below zero, not all zero
   * @throws IllegalArgumentException if the weights are none
   */
  public List<Money> split(List<Integer> weights) {
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    if (sum <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("not weights: " + weights);
    }
    long[] parts = new long[weights.size()];
    long[] losses = new long[parts.length];
    long left = minorUnits;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] share =
          BigInteger.valueOf(minorUnits)
              .multiply(BigInteger.valueOf(weights.get(i)))
              .divideAndRemainder(BigInteger.valueOf(sum));
      parts[i] = share[0].longValueExact();
      losses[i] = Math.abs(share[1].longValueExact());
      left -= parts[i];
    }
    int[] byLoss =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -losses[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; left != 0; i++) {
      parts[byLoss[i]] += Long.signum(left);
      left -= Long.signum(left);
    }
    return Arrays.stream(parts).mapToObj(part -> new Money(currency, part)).toList();
  }

  /** Whether this amount is above zero. */
  public boolean isPositive() {
    return minorUnits > 0;
  }

  /** Whether this amount is below zero. */
  public boolean isNegative() {
    return minorUnits < 0;
  }

  /**
   * Compares amounts of one currency.
   *
   * @throws CurrencyMismatchException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minorUnits, other.minorUnits);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatchException(currency, other.currency);
    }
  }

  @Override
  public String toString() {
    return java.math.BigDecimal.valueOf(
                minorUnits, Math.max(0, currency.getDefaultFractionDigits()))
            .toPlainString()
        + " "
        + currency.getCurrencyCode();
  }
}
