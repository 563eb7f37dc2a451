package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** People are told when it lasts, and told no longer when it is over for good. */
class LagAlertTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final LagAlert alert = new LagAlert();
  private Instant now = START;

  @Test
  void isRaisedByTheSecondEvaluationAboveAMinute() {
    evaluate(61);
    assertThat(alert.raisedAt()).isEmpty();

    evaluate(76);

    assertThat(alert.raisedAt()).contains(START.plusSeconds(15));
  }

  @Test
  void isNotRaisedByAMinuteOrByOneSpikeAfterAnother() {
    for (long lag : new long[] {60, 60, 61, 60, 500, 0, 500, 59}) {
      evaluate(lag);
    }

    assertThat(alert.raisedAt()).isEmpty();
  }

  @Test
  void endsAMinuteAfterTheLagFellBelowHalfAMinute() {
    evaluate(100);
    evaluate(100);
    for (long lag : new long[] {29, 0, 0, 0}) {
      evaluate(lag);
      assertThat(alert.raisedAt()).isPresent();
    }

    evaluate(0);

    assertThat(alert.raisedAt()).isEmpty();
  }

  @Test
  void staysWhileTheLagComesAndGoes() {
    evaluate(100);
    evaluate(100);
    for (int round = 0; round < 10; round++) {
      evaluate(20);
      evaluate(20);
      evaluate(30);
    }

    assertThat(alert.raisedAt()).contains(START.plusSeconds(15));
  }

  private void evaluate(long lagSeconds) {
    alert.evaluate(lagSeconds, now);
    now = now.plusSeconds(15);
  }
}
