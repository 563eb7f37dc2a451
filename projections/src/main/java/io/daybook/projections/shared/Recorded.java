package io.daybook.projections.shared;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Where and when an event was recorded.
 *
 * @param position its index in the journal, from 0
 */
public record Recorded(long position, Instant time) {
  /** Returns the time for a {@code timestamptz}. */
  public OffsetDateTime timeColumn() {
    return Column.time(time);
  }
}
