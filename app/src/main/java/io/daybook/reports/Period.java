package io.daybook.reports;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
public record Period(Instant from, Instant until) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }
}
