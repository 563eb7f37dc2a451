package io.daybook.feed.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait after a failed attempt: longer each time, never less than was asked for. */
final class RetryPlan {
  private static final Duration MAX_ASKED = Duration.ofDays(1);
  private static final double JITTER = 0.1;

  private final List<Duration> pauses;

  RetryPlan(List<Duration> pauses) {
    this.pauses = pauses;
  }

  /** Returns the pause after {@code attempts} attempts, at least 1; null if that was the last. */
  @Nullable Duration pause(int attempts, @Nullable Duration asked) {
    if (attempts > pauses.size()) {
      return null;
    }
    long millis = pauses.get(attempts - 1).toMillis();
    // Up to a tenth longer, so that what failed together is not tried together again.
    var pause = Duration.ofMillis(millis + (long) (millis * JITTER * random()));
    Duration wanted = asked == null || asked.compareTo(MAX_ASKED) < 0 ? asked : MAX_ASKED;
    return wanted != null && wanted.compareTo(pause) > 0 ? wanted : pause;
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
