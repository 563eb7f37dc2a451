package io.daybook.feed.webhook;

import io.daybook.feed.webhook.WebhookCommand.DisableWebhook;
import io.daybook.feed.webhook.WebhookCommand.EnableWebhook;
import io.daybook.feed.webhook.WebhookCommand.RegisterWebhook;
import io.daybook.feed.webhook.WebhookCommand.RotateSecret;
import io.daybook.feed.webhook.WebhookError.WebhookExistsWithDifferentContent;
import io.daybook.feed.webhook.WebhookEvent.WebhookDisabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookEnabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookRegistered;
import io.daybook.feed.webhook.WebhookEvent.WebhookSecretRotated;
import io.daybook.ledger.UserId;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What can be done with an endpoint, and what a repetition does: nothing. */
class WebhookTest {
  private static final String ZEROS = "0".repeat(26);
  private static final WebhookId ID = new WebhookId("whk_" + ZEROS);
  private static final SecretId SECRET = new SecretId("whs_" + ZEROS);
  private static final UserId ADA = new UserId("usr_" + ZEROS);
  private static final String URL = "https://erp.example/daybook";
  private static final List<String> TYPES = List.of("ledger.book.*");
  private static final WebhookRegistered REGISTERED = new WebhookRegistered(ID, URL, TYPES, ADA);
  private static final WebhookDisabled GONE = new WebhookDisabled(ID, DisableCause.GONE);

  private final AggregateTestFixture<Webhook> webhook = new AggregateTestFixture<>(Webhook.class);

  @Test
  void isRegisteredOnce() {
    webhook
        .givenNoPriorActivity()
        .when(new RegisterWebhook(ID, URL, TYPES, ADA))
        .expectEvents(REGISTERED);
    webhook.given(REGISTERED).when(new RegisterWebhook(ID, URL, TYPES, ADA)).expectNoEvents();
  }

  @Test
  void keepsItsAddress() {
    webhook
        .given(REGISTERED)
        .when(new RegisterWebhook(ID, "https://other.example/", TYPES, ADA))
        .expectNoEvents()
        .expectExceptionDetails(new WebhookExistsWithDifferentContent(ID));
  }

  @Test
  void recordsEachNewSecretOnce() {
    webhook
        .given(REGISTERED)
        .when(new RotateSecret(ID, SECRET, ADA))
        .expectEvents(new WebhookSecretRotated(ID, SECRET, ADA));
    webhook
        .given(REGISTERED, new WebhookSecretRotated(ID, SECRET, ADA))
        .when(new RotateSecret(ID, SECRET, ADA))
        .expectNoEvents();
  }

  @Test
  void isDisabledAndEnabled() {
    webhook.given(REGISTERED).when(new DisableWebhook(ID, DisableCause.GONE)).expectEvents(GONE);
    webhook
        .given(REGISTERED, GONE)
        .when(new DisableWebhook(ID, DisableCause.ADMINISTRATOR))
        .expectNoEvents();
    webhook
        .given(REGISTERED, GONE)
        .when(new EnableWebhook(ID, ADA))
        .expectEvents(new WebhookEnabled(ID, ADA));
    webhook.given(REGISTERED).when(new EnableWebhook(ID, ADA)).expectNoEvents();
  }
}
