package io.daybook.recorder.witness;

import io.daybook.database.StartRefused;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.WitnessPolicy;
import io.daybook.recorder.keys.KeyBeginning;
import io.daybook.recorder.store.JournalUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the witness policy, has it recorded, and measures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessProperties.class)
class WitnessConfiguration {
  @Bean(destroyMethod = "close")
  Witnesses witnesses(
      WitnessProperties properties,
      KeyBeginning beginning,
      Clock clock,
      ObjectProvider<MeterRegistry> meters) {
    Path file = properties.policy();
    Witnesses witnesses;
    if (file == null) {
      witnesses = new Witnesses(null, properties, clock);
    } else {
      String text = read(file);
      witnesses = new Witnesses(parse(file, text), properties, clock);
      record(beginning, text);
    }
    meters.ifAvailable(registry ->
        Gauge.builder("daybook.journal.witness.quorum", () -> witnesses.hasQuorum() ? 1 : 0)
            .description("1 if the newest checkpoint has its quorum of witnesses, or needs none")
            .register(registry));
    return witnesses;
  }

  private static void record(KeyBeginning beginning, String policy) {
    try {
      beginning.recordWitnessPolicy(policy);
    } catch (JournalUnavailable e) {
      throw new StartRefused("The witness policy cannot be recorded: " + e.getMessage() + ".", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartRefused("The witness policy " + file + " cannot be read: " + e, e);
    }
  }

  private static WitnessPolicy parse(Path file, String text) {
    try {
      WitnessPolicy policy = WitnessPolicy.parse(text);
      policy.witnesses().forEach(witness -> witness.url().ifPresent(WitnessConfiguration::require));
      return policy;
    } catch (MalformedException | IllegalArgumentException e) {
      throw new StartRefused("The witness policy " + file + ": " + e.getMessage(), e);
    }
  }

  private static void require(String url) {
    var uri = URI.create(url);
    boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null) {
      throw new IllegalArgumentException("'" + url + "' is no http address");
    }
  }
}
