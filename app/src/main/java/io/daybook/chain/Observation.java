package io.daybook.chain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the chain was last seen like by the process that follows it.
 *
 * @param seenAt when the head was last seen; absent if never
 * @param oldestUnread the time of the oldest block that is there and was not read; absent if none
 * @param head the newest block that was seen
 * @param headAt the time of that block
 * @param isDifferent whether it is another chain than the journal was joined to
 * @param problem what went wrong at the last attempt, absent if nothing did
 */
record Observation(
    Follower.@Nullable State state,
    @Nullable Instant seenAt,
    @Nullable Instant oldestUnread,
    @Nullable Long head,
    @Nullable Instant headAt,
    boolean isDifferent,
    @Nullable String problem) {
  static final Observation NONE = new Observation(null, null, null, null, null, false, null);

  private static final Duration UNSEEN = Duration.ofMinutes(1);

  Observation failed(String newProblem) {
    return new Observation(state, seenAt, oldestUnread, head, headAt, isDifferent, newProblem);
  }

  Observation different(String newProblem) {
    return new Observation(state, seenAt, oldestUnread, head, headAt, true, newProblem);
  }

  /** Never negative, whatever clocks say; never zero on a chain that was lost sight of. */
  long lagSeconds(Instant now) {
    if (seenAt == null) {
      return 0;
    }
    Duration unseen = Duration.between(seenAt, now);
    if (unseen.compareTo(UNSEEN) > 0) {
      return unseen.toSeconds();
    }
    return oldestUnread == null ? 0 : Math.max(0, Duration.between(oldestUnread, now).toSeconds());
  }

  /** How old the newest block is; a chain that stands still is old and no lag. */
  @Nullable Long headAgeSeconds(Instant now) {
    return headAt == null ? null : Math.max(0, Duration.between(headAt, now).toSeconds());
  }

  SyncLabel label(Instant now) {
    if (isDifferent || state == Follower.State.HALTED) {
      return SyncLabel.HALTED;
    }
    if (seenAt == null) {
      return problem == null ? SyncLabel.SYNCING : SyncLabel.DEGRADED;
    }
    long lag = lagSeconds(now);
    if (state != Follower.State.HEAD || lag > SyncLabel.SYNCING_ABOVE.toSeconds()) {
      return SyncLabel.SYNCING;
    }
    if (problem != null) {
      return SyncLabel.DEGRADED;
    }
    return lag > SyncLabel.SYNCED_UP_TO.toSeconds() ? SyncLabel.BEHIND : SyncLabel.SYNCED;
  }
}
