package io.daybook.feed.webhook;

import io.daybook.feed.webhook.WebhookEvent.WebhookDisabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookEnabled;
import io.daybook.feed.webhook.WebhookEvent.WebhookRegistered;
import io.daybook.feed.webhook.WebhookEvent.WebhookSecretRotated;
import io.daybook.projections.shared.Column;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each endpoint. */
@ProcessingGroup(WebhookProjection.GROUP)
final class WebhookProjection {
  static final String GROUP = "webhooks";

  private final JdbcClient jdbc;

  WebhookProjection(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(WebhookEvent event, TrackingToken token, @Timestamp Instant time) {
    long position = token.position().orElseThrow();
    switch (event) {
      case WebhookRegistered registered -> add(registered, position, time);
      case WebhookDisabled disabled ->
          change(disabled.webhook(), position, "DISABLED", disabled.cause());
      case WebhookEnabled enabled -> change(enabled.webhook(), position, "ENABLED", null);
      case WebhookSecretRotated _ -> {
        // The secret is where it was made.
      }
    }
  }

  /** Facts are sent that come after the registration. */
  private void add(WebhookRegistered event, long position, Instant time) {
    jdbc.sql(
            """
            insert into bridge.webhooks
              (webhook_id, url, types, state, registered_at, created_position, position,
               queued_position)
            values (:id, :url, :types, 'ENABLED', :at, :position, :position, :position)
            on conflict do nothing\
            """)
        .param("id", event.webhook().value())
        .param("url", event.url())
        .param("types", event.types().toArray(String[]::new))
        .param("at", Column.time(time))
        .param("position", position)
        .update();
  }

  private void change(WebhookId id, long position, String state, @Nullable DisableCause cause) {
    jdbc.sql(
            """
            update bridge.webhooks set state = :state, cause = :cause, position = :position
            where webhook_id = :id and position < :position\
            """)
        .param("id", id.value())
        .param("state", state)
        .param("cause", cause == null ? null : cause.name())
        .param("position", position)
        .update();
  }
}
