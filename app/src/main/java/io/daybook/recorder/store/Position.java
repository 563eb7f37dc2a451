package io.daybook.recorder.store;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** Collects where the commands that are sent inside of it wrote to the journal. */
public final class Position {
  private static final ScopedValue<Position> CURRENT = ScopedValue.newInstance();

  private OptionalLong last = OptionalLong.empty();

  /** Runs {@code work}, whose commands report here. */
  public <T> T during(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Returns the leaf index of the last event written, absent if nothing was. */
  public OptionalLong last() {
    return last;
  }

  static void wrote(long leafIndex) {
    if (CURRENT.isBound()) {
      CURRENT.get().last = OptionalLong.of(leafIndex);
    }
  }
}
