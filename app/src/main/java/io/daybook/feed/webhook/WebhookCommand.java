package io.daybook.feed.webhook;

import io.daybook.ledger.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an endpoint. Each may be repeated: it then changes nothing. */
public sealed interface WebhookCommand {
  /** Returns the endpoint that the command is for. */
  WebhookId webhook();

  /**
   * Registers an endpoint.
   *
   * @param types names and families of business facts; none for all
   */
  record RegisterWebhook(
      @TargetAggregateIdentifier WebhookId webhook, String url, List<String> types, UserId admin)
      implements WebhookCommand {
    /** Copies the list. */
    public RegisterWebhook {
      types = List.copyOf(types);
    }
  }

  /** Gives an endpoint a new secret, which is kept elsewhere. */
  record RotateSecret(@TargetAggregateIdentifier WebhookId webhook, SecretId secret, UserId admin)
      implements WebhookCommand {}

  /** Stops messages to an endpoint. */
  record DisableWebhook(@TargetAggregateIdentifier WebhookId webhook, DisableCause cause)
      implements WebhookCommand {}

  /** Goes on with messages to an endpoint where they stopped. */
  record EnableWebhook(@TargetAggregateIdentifier WebhookId webhook, UserId admin)
      implements WebhookCommand {}
}
