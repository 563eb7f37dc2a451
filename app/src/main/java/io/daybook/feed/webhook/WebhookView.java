package io.daybook.feed.webhook;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param types what it is told of; none for all business facts
 * @param cause why it is disabled; absent if it is not
 * @param queuedPosition up to where the journal's facts are queued for it, or sent
 */
public record WebhookView(
    WebhookId id,
    String url,
    List<String> types,
    State state,
    @Nullable DisableCause cause,
    Instant registeredAt,
    long queuedPosition) {
  /** Whether messages are sent. */
  public enum State {
    ENABLED,
    DISABLED
  }

  static WebhookView of(Row row) throws SQLException {
    return new WebhookView(
        row.value("webhook_id", WebhookId::new),
        row.text("url"),
        row.texts("types"),
        row.value("state", State::valueOf),
        row.valueOrNull("cause", DisableCause::valueOf),
        row.instant("registered_at"),
        row.number("queued_position"));
  }
}
