package io.daybook.feed.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param trustedHosts names of hosts that may have internal addresses and need no HTTPS
 * @param timeout how long one attempt may take, from 1 second
 * @param retries the pauses after failed attempts, the first one first; after the last the endpoint
 *     is disabled
 * @param overlap how long an old secret signs beside the new one
 * @param log how long messages that were sent are listed
 */
@ConfigurationProperties("daybook.webhooks")
record WebhookProperties(
    @DefaultValue Set<String> trustedHosts,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,
    @DefaultValue("24h") Duration overlap,
    @DefaultValue("30d") Duration log) {
  WebhookProperties {
    trustedHosts =
        trustedHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    retries = List.copyOf(retries);
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("daybook.webhooks.timeout is at least 1s");
    }
    if (retries.stream().anyMatch(Duration::isNegative)
        || overlap.isNegative()
        || log.isNegative()) {
      throw new IllegalArgumentException("daybook.webhooks has no negative durations");
    }
  }
}
