package io.daybook.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInLimitTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final SignInLimit limit = new SignInLimit(2, Duration.ofMinutes(5), clock());

  @Test
  void refusesTheAttemptAfterTheLastAllowedFailure() {
    assertThat(limit.begin("anna")).isEmpty();
    assertThat(limit.begin("anna")).isEmpty();
    assertThat(limit.begin("anna")).contains(Duration.ofMinutes(5));
    assertThat(limit.begin("olga")).isEmpty();
  }

  @Test
  void opensAgainWhenTheWindowEnds() {
    limit.begin("anna");
    limit.begin("anna");
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)).minusMillis(1));
    assertThat(limit.begin("anna")).contains(Duration.ofMillis(1));
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
    assertThat(limit.begin("anna")).isEmpty();
  }

  @Test
  void aSuccessDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThat(limit.begin("192.0.2.1")).isEmpty();
      limit.takeBack("192.0.2.1");
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }
}
