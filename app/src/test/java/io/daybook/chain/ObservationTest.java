package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far behind people are told that we are. */
class ObservationTest {
  private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aChainThatStandsStillIsOldAndNoLag() {
    var seen = new Observation(Follower.State.HEAD, SEEN, null, 9L, ago(600), false, null);

    assertThat(seen.lagSeconds(SEEN)).isZero();
    assertThat(seen.headAgeSeconds(SEEN)).isEqualTo(600);
    assertThat(seen.label(SEEN)).isEqualTo(SyncLabel.SYNCED);
  }

  @Test
  void theLagIsTheAgeOfTheOldestBlockThatWasNotRead() {
    assertThat(at(Follower.State.HEAD, ago(10)).label(SEEN)).isEqualTo(SyncLabel.SYNCED);
    assertThat(at(Follower.State.HEAD, ago(11)).label(SEEN)).isEqualTo(SyncLabel.BEHIND);
    assertThat(SyncLabel.BEHIND.text(11)).isEqualTo("11 s behind");
    assertThat(at(Follower.State.HEAD, ago(60)).label(SEEN)).isEqualTo(SyncLabel.BEHIND);
    assertThat(at(Follower.State.HEAD, ago(61)).label(SEEN)).isEqualTo(SyncLabel.SYNCING);
    assertThat(at(Follower.State.BACKFILL, ago(1)).label(SEEN)).isEqualTo(SyncLabel.SYNCING);
    assertThat(at(Follower.State.UNWINDING, null).label(SEEN)).isEqualTo(SyncLabel.SYNCING);
  }

  @Test
  void aChainThatWasLostSightOfIsNeverGreen() {
    Observation lost = at(Follower.State.HEAD, null).failed("no answer");

    assertThat(lost.lagSeconds(SEEN.plusSeconds(60))).isZero();
    assertThat(lost.label(SEEN.plusSeconds(60))).isEqualTo(SyncLabel.DEGRADED);
    assertThat(lost.lagSeconds(SEEN.plusSeconds(61))).isEqualTo(61);
    assertThat(lost.label(SEEN.plusSeconds(61))).isEqualTo(SyncLabel.SYNCING);
    assertThat(Observation.NONE.label(SEEN)).isEqualTo(SyncLabel.SYNCING);
    assertThat(Observation.NONE.failed("none").label(SEEN)).isEqualTo(SyncLabel.DEGRADED);
  }

  @Test
  void blocksFromTheFutureAreNoNegativeLag() {
    var seen =
        new Observation(
            Follower.State.HEAD, SEEN, SEEN.plusSeconds(9), 9L, SEEN.plusSeconds(9), false, null);

    assertThat(seen.lagSeconds(SEEN)).isZero();
    assertThat(seen.headAgeSeconds(SEEN)).isZero();
  }

  @Test
  void whatPeopleMustDecideOnIsHaltedWhateverTheLag() {
    assertThat(at(Follower.State.HALTED, null).label(SEEN)).isEqualTo(SyncLabel.HALTED);
    assertThat(at(Follower.State.HEAD, null).different("another chain").label(SEEN))
        .isEqualTo(SyncLabel.HALTED);
  }

  private static Observation at(Follower.State state, @Nullable Instant oldestUnread) {
    return new Observation(state, SEEN, oldestUnread, 9L, SEEN, false, null);
  }

  private static Instant ago(long seconds) {
    return SEEN.minusSeconds(seconds);
  }
}
