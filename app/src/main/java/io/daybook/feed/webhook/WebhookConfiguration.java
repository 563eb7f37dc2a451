package io.daybook.feed.webhook;

import io.daybook.feed.ChangeFeed;
import io.daybook.feed.ChangeTypes;
import io.daybook.ledger.AggregateRegistration;
import io.daybook.ledger.CommandSender;
import io.daybook.security.KeyRing;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts webhooks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {
  @Bean
  ConfigurerModule webhookModule() {
    return configurer -> configurer.configureAggregate(AggregateRegistration.of(Webhook.class));
  }

  @Bean
  WebhookProjection webhookProjection(JdbcClient jdbc) {
    return new WebhookProjection(jdbc);
  }

  @Bean
  Webhooks webhooks(JdbcClient jdbc, Clock clock) {
    return new Webhooks(jdbc, clock);
  }

  @Bean
  WebhookSecrets webhookSecrets(
      JdbcClient jdbc, KeyRing keys, WebhookProperties properties, Clock clock) {
    return new WebhookSecrets(jdbc, keys, properties.overlap(), clock);
  }

  @Bean
  Destinations webhookDestinations(WebhookProperties properties) {
    return new Destinations(properties.trustedHosts());
  }

  @Bean(destroyMethod = "close")
  WebhookSender webhookSender(
      Destinations destinations, WebhookProperties properties, Clock clock) {
    return new WebhookSender(destinations, properties.timeout(), clock);
  }

  @Bean
  WebhookQueue webhookQueue(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ChangeFeed feed,
      ChangeTypes types,
      Clock clock) {
    return new WebhookQueue(jdbc, new TransactionTemplate(transactions), feed, types, clock);
  }

  @Bean
  WebhookDispatcher.Post webhookPost(
      ChangeFeed feed, WebhookSecrets secrets, WebhookSender sender, CommandSender commands) {
    return new WebhookDispatcher.Post(feed, secrets, sender, commands);
  }

  @Bean(destroyMethod = "close")
  WebhookDispatcher webhookDispatcher(
      Webhooks webhooks,
      WebhookQueue queue,
      WebhookDispatcher.Post post,
      WebhookProperties properties) {
    return new WebhookDispatcher(webhooks, queue, post, properties);
  }
}
