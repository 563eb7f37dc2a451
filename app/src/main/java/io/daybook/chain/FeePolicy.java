package io.daybook.chain;

import io.daybook.chain.rpc.Signer.Fee;
import java.math.BigInteger;
import java.time.Duration;

/**
 * What transactions may cost.
 *
 * @param highestCap the most for each unit of gas, in wei, whatever the market asks
 * @param patience how long a transaction waits before more is paid; half as long again each time
 */
record FeePolicy(BigInteger highestCap, Duration patience) {
  static final int MAX_ATTEMPTS = 12;

  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final BigInteger NINE = BigInteger.valueOf(9);

  /** Returns what a new transaction may cost when a unit of gas costs {@code baseFee}. */
  Fee first(BigInteger baseFee) {
    return capped(TIP, baseFee.shiftLeft(1).add(TIP));
  }

  /** Returns what its next form may cost: both at least an eighth more, as nodes ask for. */
  Fee next(Fee before, BigInteger baseFee) {
    BigInteger tip = eighthMore(before.tip());
    BigInteger market = baseFee.shiftLeft(1).add(tip);
    return capped(tip, eighthMore(before.cap()).max(market));
  }

  /** Returns whether there can be a next form that nodes take for a replacement. */
  boolean canRaise(Fee fee) {
    return eighthMore(fee.cap()).compareTo(highestCap) <= 0;
  }

  /** Returns how long the form with a number waits for its block. */
  Duration patience(int attempt) {
    double factor = Math.pow(1.5, attempt);
    return Duration.ofMillis(Math.round(patience.toMillis() * factor));
  }

  private Fee capped(BigInteger tip, BigInteger cap) {
    BigInteger bounded = cap.min(highestCap);
    return new Fee(tip.min(bounded), bounded);
  }

  private static BigInteger eighthMore(BigInteger fee) {
    return fee.multiply(NINE).add(BigInteger.valueOf(7)).divide(EIGHT);
  }
}
