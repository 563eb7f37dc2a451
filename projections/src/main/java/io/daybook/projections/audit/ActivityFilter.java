package io.daybook.projections.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is absent does not restrict.
 *
 * @param aggregateId the id of the aggregate that they happened to
 * @param actor who caused them
 * @param eventType their simple name
 * @param from the earliest time, inclusive
 * @param until the latest time, exclusive
 * @param upTo the last position
 */
public record ActivityFilter(
    @Nullable String aggregateId,
    @Nullable String actor,
    @Nullable String eventType,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long upTo) {
  /** Restricts nothing. */
  public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null, null);

  /** Restricts as the other, but to no position. */
  public ActivityFilter(
      @Nullable String aggregateId,
      @Nullable String actor,
      @Nullable String eventType,
      @Nullable Instant from,
      @Nullable Instant until) {
    this(aggregateId, actor, eventType, from, until, null);
  }
}
