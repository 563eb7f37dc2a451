package io.daybook.projections.shared;

import java.time.Instant;
import java.util.Optional;

/** How far the journal reaches: a port to the recorder. */
public interface JournalHead {
  /** Returns how many events the journal has; the last one's index is one less. */
  long size();

  /**
   * Returns when the event at {@code index} was recorded, or nothing if that is not known.
   *
   * <p>With it the lag in seconds is exact; without, it is counted from the last event that the
   * projection has read.
   */
  default Optional<Instant> timeOf(long index) {
    return Optional.empty();
  }
}
