package io.daybook.feed.webhook;

import io.daybook.ledger.DomainError;

/** Why a command for an endpoint is refused. */
public sealed interface WebhookError extends DomainError {
  /** The endpoint's id is taken by an endpoint with another address or other types. */
  record WebhookExistsWithDifferentContent(WebhookId webhook) implements WebhookError {
    @Override
    public String code() {
      return "webhook_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "webhook " + webhook + " was registered before with other content";
    }
  }
}
