package io.daybook.feed.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.feed.webhook.WebhookCommand.DisableWebhook;
import io.daybook.feed.webhook.WebhookCommand.EnableWebhook;
import io.daybook.feed.webhook.WebhookCommand.RegisterWebhook;
import io.daybook.feed.webhook.WebhookCommand.RotateSecret;
import io.daybook.feed.webhook.WebhookError.WebhookExistsWithDifferentContent;
import io.daybook.feed.webhook.WebhookEvent.WebhookDisabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookEnabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookRegistered;
import io.daybook.feed.webhook.WebhookEvent.WebhookSecretRotated;
import io.daybook.ledger.CommandRefused;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One endpoint that business facts are sent to. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Webhook {
  @AggregateIdentifier private WebhookId id;
  private WebhookRegistered registered;
  private final Set<SecretId> secrets = new HashSet<>();
  private boolean isEnabled;

  Webhook() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterWebhook command) {
    var event =
        new WebhookRegistered(command.webhook(), command.url(), command.types(), command.admin());
    if (id == null) {
      apply(event);
    } else if (!event.equals(registered)) {
      throw new CommandRefused(new WebhookExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(RotateSecret command) {
    if (!secrets.contains(command.secret())) {
      apply(new WebhookSecretRotated(id, command.secret(), command.admin()));
    }
  }

  @CommandHandler
  void handle(DisableWebhook command) {
    if (isEnabled) {
      apply(new WebhookDisabled(id, command.cause()));
    }
  }

  @CommandHandler
  void handle(EnableWebhook command) {
    if (!isEnabled) {
      apply(new WebhookEnabled(id, command.admin()));
    }
  }

  @EventSourcingHandler
  void on(WebhookEvent event) {
    switch (event) {
      case WebhookRegistered first -> {
        id = first.webhook();
        registered = first;
        isEnabled = true;
      }
      case WebhookSecretRotated rotated -> secrets.add(rotated.secret());
      case WebhookDisabled _ -> isEnabled = false;
      case WebhookEnabled _ -> isEnabled = true;
    }
  }
}
