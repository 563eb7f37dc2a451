package io.daybook.projections.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many rows at most, from 1 to {@value #MAX_LIMIT}
 * @param after the cursor that came with the part before; absent for the first part
 */
public record PageRequest(int limit, @Nullable String after) {
  /** How many rows one page holds at most. */
  public static final int MAX_LIMIT = 100;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is below 1 or above {@value #MAX_LIMIT}
   */
  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit from 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }

  /** Returns a request for the first part of a list. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, null);
  }
}
