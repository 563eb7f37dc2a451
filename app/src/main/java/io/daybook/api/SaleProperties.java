package io.daybook.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The terms of a sale.
 *
 * @param holdDuration how long seats are set aside for a buyer: 1 second to 1 hour
 * @param feeBasisPoints the platform's share of a sale in hundredths of a percent: 0 to 10,000
 * @param tipFeeBasisPoints the platform's share of a tip, the same
 */
@ConfigurationProperties("daybook.sale")
record SaleProperties(
    @DefaultValue("10m") Duration holdDuration,
    @DefaultValue("500") int feeBasisPoints,
    @DefaultValue("500") int tipFeeBasisPoints) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int WHOLE = 10_000;

  SaleProperties {
    if (holdDuration.compareTo(SHORTEST) < 0 || holdDuration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("daybook.sale.hold-duration is from 1s to 1h");
    }
    if (feeBasisPoints < 0 || feeBasisPoints > WHOLE) {
      throw new IllegalArgumentException("daybook.sale.fee-basis-points is from 0 to 10000");
    }
    if (tipFeeBasisPoints < 0 || tipFeeBasisPoints > WHOLE) {
      throw new IllegalArgumentException("daybook.sale.tip-fee-basis-points is from 0 to 10000");
    }
  }
}
