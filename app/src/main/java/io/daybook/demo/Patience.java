package io.daybook.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other parts of Daybook do in their own time. */
final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private Patience() {}

  static void awaitUntil(String what, BooleanSupplier holds) {
    await(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /**
   * Asks soon at first, as most things take moments, then less and less often; and never more than
   * half of the time, so that those who wait do not keep a busy server from getting there.
   */
  static <T> T await(String what, Supplier<Optional<T>> look) {
    Instant end = Instant.now().plus(LIMIT);
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      Instant before = Instant.now();
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new DemoFailed("waited " + LIMIT.toSeconds() + " s for " + what);
      }
      RestSession.pause(longest(pause, Duration.between(before, Instant.now())));
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(2);
    return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
