package io.daybook.kyb.ownership;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact part of a whole, such as one third.
 *
 * @param numerator of the fraction in lowest terms
 * @param denominator above zero
 */
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {
  /** Nothing. */
  public static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);

  /** The whole. */
  public static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

  private static final int HUNDREDTHS_OF_PERCENT = 10_000;

  /** Brings the fraction to lowest terms. */
  public Share {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a share of nothing");
    }
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  /** Returns {@code basisPoints} hundredths of a percent. */
  public static Share ofBasisPoints(int basisPoints) {
    return new Share(BigInteger.valueOf(basisPoints), BigInteger.valueOf(HUNDREDTHS_OF_PERCENT));
  }

  /** Returns the sum of both. */
  public Share plus(Share other) {
    return new Share(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** Returns what is left when {@code other} is taken away; may be below zero. */
  public Share minus(Share other) {
    return plus(new Share(other.numerator.negate(), other.denominator));
  }

  /** Returns this part of {@code other}. */
  public Share times(Share other) {
    return new Share(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Returns how often {@code other} goes into this.
   *
   * @throws ArithmeticException if {@code other} is nothing
   */
  public Share over(Share other) {
    return new Share(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** Whether this is nothing. */
  public boolean isNone() {
    return numerator.signum() == 0;
  }

  @Override
  public int compareTo(Share other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** Returns this in percent with two decimals, rounded down: never more than it is. */
  public String percent() {
    return new BigDecimal(numerator)
        .movePointRight(2)
        .divide(new BigDecimal(denominator), 2, RoundingMode.DOWN)
        .toPlainString();
  }
}
