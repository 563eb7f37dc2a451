package io.daybook.feed.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param status what the endpoint answered; absent if it did not
 * @param error why it failed; absent if it did not
 * @param retryAfter how long the endpoint wants to be left alone; absent if it does not say
 */
record Outcome(@Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter) {
  private static final int GONE = 410;

  static Outcome answered(int status, @Nullable Duration retryAfter) {
    boolean isTaken = status >= 200 && status < 300;
    return new Outcome(status, isTaken ? null : "answered " + status, retryAfter);
  }

  static Outcome failed(String error) {
    return new Outcome(null, error, null);
  }

  boolean isDelivered() {
    return error == null;
  }

  boolean isGone() {
    return status != null && status == GONE;
  }
}
