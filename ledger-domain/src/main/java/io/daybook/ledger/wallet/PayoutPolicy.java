package io.daybook.ledger.wallet;

import io.daybook.ledger.money.Money;
import java.time.Duration;

/**
 * Which payouts need a second person, and how long a new account waits. What was decided by it is
 * in the events, so a later policy changes nothing of the past.
 *
 * @param coolingOff how long after it was added an account may not be used; not below zero
 * @param approvalAboveMinor a payout of more minor units of its currency needs approval; not below
 *     zero
 */
public record PayoutPolicy(Duration coolingOff, long approvalAboveMinor) {
  /** Checks the ranges. */
  public PayoutPolicy {
    if (coolingOff.isNegative() || approvalAboveMinor < 0) {
      throw new IllegalArgumentException(
          "neither is below zero: " + coolingOff + ", " + approvalAboveMinor);
    }
  }

  boolean needsApproval(Money amount) {
    return amount.minorUnits() > approvalAboveMinor;
  }
}
