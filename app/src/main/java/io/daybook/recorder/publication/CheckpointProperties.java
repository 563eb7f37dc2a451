package io.daybook.recorder.publication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When checkpoints are signed.
 *
 * @param interval how long a durable event may wait for a checkpoint that covers it
 * @param leaves after how many new events a checkpoint is signed before the interval ends
 */
@ConfigurationProperties("daybook.journal.checkpoint")
record CheckpointProperties(
    @DefaultValue("1s") Duration interval, @DefaultValue("4096") int leaves) {
  CheckpointProperties {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "daybook.journal.checkpoint.interval must be positive, not " + interval);
    }
    if (leaves < 1) {
      throw new IllegalArgumentException(
          "daybook.journal.checkpoint.leaves must be at least 1, not " + leaves);
    }
  }
}
