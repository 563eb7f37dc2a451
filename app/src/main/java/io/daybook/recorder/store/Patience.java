package io.daybook.recorder.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long to wait for a database that is away, in growing pauses. */
final class Patience {
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LAST_PAUSE_MILLIS = 500;

  private final long endNanos;
  private final BooleanSupplier closing;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  Patience(Duration limit, BooleanSupplier closing) {
    this.endNanos = System.nanoTime() + limit.toNanos();
    this.closing = closing;
  }

  boolean isOver() {
    return isClosing() || System.nanoTime() - endNanos >= 0;
  }

  boolean isClosing() {
    return closing.getAsBoolean();
  }

  void pause() {
    try {
      Thread.sleep(pauseMillis);
      pauseMillis = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The writer is closing, which the next check sees.
    }
  }
}
