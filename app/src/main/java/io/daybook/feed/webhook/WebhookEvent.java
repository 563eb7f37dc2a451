package io.daybook.feed.webhook;

import io.daybook.ledger.UserId;
import java.util.List;

/** What happened to an endpoint of webhooks. */
public sealed interface WebhookEvent {
  /** Returns the endpoint that it happened to. */
  WebhookId webhook();

  /** An administrator registered an endpoint: business facts leave the house from here on. */
  record WebhookRegistered(WebhookId webhook, String url, List<String> types, UserId registeredBy)
      implements WebhookEvent {
    /** Copies the list. */
    public WebhookRegistered {
      types = List.copyOf(types);
    }
  }

  /** An administrator had a new secret made. */
  record WebhookSecretRotated(WebhookId webhook, SecretId secret, UserId rotatedBy)
      implements WebhookEvent {}

  /** The endpoint gets no messages from here on. */
  record WebhookDisabled(WebhookId webhook, DisableCause cause) implements WebhookEvent {}

  /** An administrator let the endpoint get messages again. */
  record WebhookEnabled(WebhookId webhook, UserId enabledBy) implements WebhookEvent {}
}
