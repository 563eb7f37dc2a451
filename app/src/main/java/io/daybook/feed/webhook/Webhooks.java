package io.daybook.feed.webhook;

import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for endpoints and their messages, and has messages sent again. */
public final class Webhooks {
  private final JdbcClient jdbc;
  private final Clock clock;

  Webhooks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns an endpoint. */
  public Optional<WebhookView> find(WebhookId webhook) {
    return jdbc.sql("select * from bridge.webhooks where webhook_id = ?")
        .param(webhook.value())
        .query(Row.mapper(WebhookView::of))
        .optional();
  }

  /** Returns all endpoints, the newest first. */
  public Page<WebhookView> all(PageRequest request) {
    return PagedQuery.newestFirst("bridge.webhooks", "created_position", WebhookView::of)
        .page(jdbc, request);
  }

  /** Returns the endpoints that messages are sent to. */
  List<WebhookView> enabled() {
    return jdbc.sql("select * from bridge.webhooks where state = 'ENABLED'")
        .query(Row.mapper(WebhookView::of))
        .list();
  }

  /** Returns the messages to an endpoint in a state, or in any, the newest fact's first. */
  public Page<DeliveryView> deliveries(
      WebhookId webhook, DeliveryView.@Nullable State state, PageRequest request) {
    var query =
        PagedQuery.newestFirst("bridge.webhook_deliveries", "position", DeliveryView::of)
            .where("webhook_id = :webhook", "webhook", webhook.value());
    if (state != null) {
      query.where("state = :state", "state", state.name());
    }
    return query.page(jdbc, request);
  }

  /** Returns the message about the fact at {@code position}. */
  public Optional<DeliveryView> delivery(WebhookId webhook, long position) {
    return jdbc.sql("select * from bridge.webhook_deliveries where webhook_id = ? and position = ?")
        .params(webhook.value(), position)
        .query(Row.mapper(DeliveryView::of))
        .optional();
  }

  /** Has a message sent again, or at once if it waits; its id stays the same. */
  public void redeliver(WebhookId webhook, long position) {
    jdbc.sql(
            """
            update bridge.webhook_deliveries
            set state = 'PENDING', attempts = 0, due_at = :now, delivered_at = null
            where webhook_id = :webhook and position = :position\
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("webhook", webhook.value())
        .param("position", position)
        .update();
  }
}
