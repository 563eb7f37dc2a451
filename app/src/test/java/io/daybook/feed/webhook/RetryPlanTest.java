package io.daybook.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pauses grow as configured, and are never shorter than the endpoint asks for. */
class RetryPlanTest {
  private final RetryPlan plan = new RetryPlan(List.of(Duration.ofSeconds(5), Duration.ofHours(2)));

  @Test
  void pausesAreAsConfiguredAndUpToATenthLonger() {
    assertThat(plan.pause(1, null)).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));
    assertThat(plan.pause(2, null)).isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
  }

  @Test
  void thereIsAnEnd() {
    assertThat(plan.pause(3, null)).isNull();
    assertThat(plan.pause(3, Duration.ofSeconds(1))).isNull();
  }

  @Test
  void theEndpointMayAskForUpToADay() {
    assertThat(plan.pause(1, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
    assertThat(plan.pause(1, Duration.ofDays(9))).isEqualTo(Duration.ofDays(1));
    assertThat(plan.pause(2, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofHours(2));
  }
}
