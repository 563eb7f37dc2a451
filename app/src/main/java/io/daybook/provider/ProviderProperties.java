package io.daybook.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment provider is reached, and how its simulator behaves.
 *
 * @param webhookSecret the secret that webhooks are signed with, at least 16 characters; made anew
 *     at each start if absent, which suits the simulator
 * @param latency how long the simulator takes to answer a request, and then again to capture
 * @param retryDelay how long the simulator waits before it repeats a webhook that was not answered
 *     with 200; doubled with each attempt, at most a minute
 */
@ConfigurationProperties("daybook.provider")
record ProviderProperties(
    @Nullable String webhookSecret,
    @DefaultValue("50ms") Duration latency,
    @DefaultValue("1s") Duration retryDelay) {
  private static final int MIN_SECRET_LENGTH = 16;

  ProviderProperties {
    if (webhookSecret != null && webhookSecret.length() < MIN_SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "daybook.provider.webhook-secret needs at least 16 characters");
    }
  }
}
