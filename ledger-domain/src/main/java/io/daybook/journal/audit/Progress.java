package io.daybook.journal.audit;

/** Hears how far a long run has come. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (done, total) -> {};

  /** Tells that {@code done} of {@code total} steps are behind. */
  void at(long done, long total);
}
