package io.daybook.provider;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.payment.PaymentProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** Wires the simulated payment provider and the inbox of its webhooks. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderConfiguration {
  private static final int SECRET_BYTES = 32;

  @Bean
  WebhookSignature webhookSignature(ProviderProperties properties, Clock clock) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    String configured = properties.webhookSecret();
    if (configured != null) {
      secret = configured.getBytes(StandardCharsets.UTF_8);
    }
    return new WebhookSignature(new SecretKeySpec(secret, "HmacSHA256"), clock);
  }

  @Bean
  PaymentProvider paymentProvider(
      JdbcClient database, JsonMapper json, Clock clock, ProviderProperties properties) {
    return new SimulatedProvider(database, json, clock, properties.latency());
  }

  @Bean
  ProviderInbox providerInbox(
      JdbcClient database, JsonMapper json, CommandSender commands, Clock clock) {
    return new ProviderInbox(database, json, new ProviderNotices(commands), clock);
  }

  @Bean
  WebhookDelivery webhookDelivery(
      JdbcClient database,
      WebhookSignature signature,
      ProviderProperties properties,
      Clock clock,
      Environment environment) {
    return new WebhookDelivery(
        database,
        signature,
        clock,
        properties.retryDelay(),
        () ->
            URI.create(
                "http://127.0.0.1:"
                    + environment.getRequiredProperty("local.server.port")
                    + "/api/v1/webhooks/inbound/simulator"));
  }

  @Bean
  ProviderSchedule providerSchedule(
      WebhookDelivery delivery, ProviderInbox inbox, Environment environment) {
    return new ProviderSchedule(delivery, inbox, environment);
  }
}
