package io.daybook.recorder.witness;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which witnesses are asked, and for how long.
 *
 * @param policy a file of c2sp.org/tlog-policy, with the address of each witness; absent: nobody is
 *     asked
 * @param timeout how long a checkpoint may wait for its cosignatures
 * @param pause how long a witness that fails is left alone at most
 */
@ConfigurationProperties("daybook.journal.witness")
record WitnessProperties(
    @Nullable Path policy,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("1m") Duration pause) {
  WitnessProperties {
    if (timeout.isNegative() || timeout.isZero() || pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(
          "daybook.journal.witness.timeout and .pause must be positive");
    }
  }
}
