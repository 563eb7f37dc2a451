package io.daybook.api;

import io.daybook.ledger.wallet.PayoutPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The terms of payouts.
 *
 * @param coolingOff how long a new account waits before it is used: nothing to 90 days
 * @param approvalAbove a payout of more minor units of its currency needs a second person
 */
@ConfigurationProperties("daybook.payouts")
record PayoutProperties(
    @DefaultValue("24h") Duration coolingOff, @DefaultValue("1000000") long approvalAbove) {
  private static final Duration LONGEST = Duration.ofDays(90);

  PayoutProperties {
    if (coolingOff.isNegative() || coolingOff.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("daybook.payouts.cooling-off is from 0s to 90d");
    }
    if (approvalAbove < 0) {
      throw new IllegalArgumentException("daybook.payouts.approval-above is not below 0");
    }
  }

  PayoutPolicy policy() {
    return new PayoutPolicy(coolingOff, approvalAbove);
  }
}
