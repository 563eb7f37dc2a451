package io.daybook.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each class of personal data is kept.
 *
 * @param ticketing after the start of the show that an order is for
 * @param kyb after the decision on a case, and after the last show of an approved organiser
 * @param answers answers to repeated writes, after they were given
 * @param interval how often the schedule is looked at
 */
@ConfigurationProperties("daybook.retention")
public record RetentionProperties(
    @DefaultValue("90d") Duration ticketing,
    @DefaultValue("1826d") Duration kyb,
    @DefaultValue("2d") Duration answers,
    @DefaultValue("1h") Duration interval) {
  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is shorter than a minute
   */
  public RetentionProperties {
    require("ticketing", ticketing);
    require("kyb", kyb);
    require("answers", answers);
    require("interval", interval);
  }

  private static void require(String name, Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "daybook.retention." + name + " is " + duration + ", at least PT1M is needed");
    }
  }
}
