package io.daybook.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when people are told that the chain is read too slowly: above a minute twice in a row,
 * until it was below half a minute for a minute. What lies between changes nothing, so an alert
 * does not come and go.
 */
final class LagAlert {
  static final long RAISED_ABOVE_SECONDS = 60;
  static final long ENDED_BELOW_SECONDS = 30;
  static final Duration CALM = Duration.ofMinutes(1);
  private static final int EVALUATIONS = 2;

  private int above;
  private @Nullable Instant calmSince;
  private volatile @Nullable Instant raisedAt;

  /** Takes the lag of one evaluation; the next is 15 seconds later. */
  void evaluate(long lagSeconds, Instant now) {
    above = lagSeconds > RAISED_ABOVE_SECONDS ? above + 1 : 0;
    if (lagSeconds >= ENDED_BELOW_SECONDS) {
      calmSince = null;
    } else if (calmSince == null) {
      calmSince = now;
    }
    if (raisedAt == null && above >= EVALUATIONS) {
      raisedAt = now;
    } else if (raisedAt != null && calmSince != null && !now.isBefore(calmSince.plus(CALM))) {
      raisedAt = null;
    }
  }

  /** Returns since when people are told; absent if they need not be. */
  Optional<Instant> raisedAt() {
    return Optional.ofNullable(raisedAt);
  }
}
