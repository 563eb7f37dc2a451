package io.daybook.feed.webhook;

import io.daybook.ledger.IdFormat;

/** Identifies an endpoint of webhooks: {@code whk_} and 26 Crockford base-32 characters. */
public record WebhookId(String value) {
  /** Checks the format. */
  public WebhookId {
    IdFormat.check("whk", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
