package io.daybook.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed sign-ins per key, an account or an address, over a fixed window.
 *
 * <p>An attempt counts from its start, so that parallel guesses count too; a success is taken back.
 * The number of keys is bounded; the longest unused is forgotten first.
 */
final class SignInLimit {
  private static final int MAXIMUM_KEYS = 100_000;

  private final int maximumFailures;
  private final Duration window;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Attempts> attemptsByKey = new LinkedHashMap<>(16, 0.75f, true);

  private record Attempts(Instant windowEnd, int count) {}

  SignInLimit(int maximumFailures, Duration window, Clock clock) {
    this.maximumFailures = maximumFailures;
    this.window = window;
    this.clock = clock;
  }

  /** Counts an attempt; returns how long to wait if there have been too many. */
  Optional<Duration> begin(String key) {
    Instant now = clock.instant();
    lock.lock();
    try {
      @Nullable Attempts known = attemptsByKey.get(key);
      Attempts attempts =
          known == null || !now.isBefore(known.windowEnd())
              ? new Attempts(now.plus(window), 0)
              : known;
      if (attempts.count() >= maximumFailures) {
        return Optional.of(Duration.between(now, attempts.windowEnd()));
      }
      attemptsByKey.put(key, new Attempts(attempts.windowEnd(), attempts.count() + 1));
      forgetEldest();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes one attempt back: it was a success, or did not happen. */
  void takeBack(String key) {
    lock.lock();
    try {
      attemptsByKey.computeIfPresent(
          key,
          (_, attempts) ->
              attempts.count() <= 1
                  ? null
                  : new Attempts(attempts.windowEnd(), attempts.count() - 1));
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all attempts of {@code key}. */
  void clear(String key) {
    lock.lock();
    try {
      attemptsByKey.remove(key);
    } finally {
      lock.unlock();
    }
  }

  private void forgetEldest() {
    if (attemptsByKey.size() > MAXIMUM_KEYS) {
      attemptsByKey.remove(attemptsByKey.keySet().iterator().next());
    }
  }
}
