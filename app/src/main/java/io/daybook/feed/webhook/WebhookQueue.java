package io.daybook.feed.webhook;

import io.daybook.feed.Change;
import io.daybook.feed.ChangeFeed;
import io.daybook.feed.ChangeFilter;
import io.daybook.feed.ChangePage;
import io.daybook.feed.ChangeTypes;
import io.daybook.ledger.DerivedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is owed to endpoints. A message is queued together with the position up to which the journal
 * was looked through, so that a restart neither forgets nor repeats one; and it is claimed for a
 * while by who sends it, so that another process takes over if that one dies.
 */
final class WebhookQueue {
  private static final int PART = 100;
  private static final int MAX_WAITING = 10_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ChangeFeed feed;
  private final ChangeTypes types;
  private final Clock clock;

  WebhookQueue(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ChangeFeed feed,
      ChangeTypes types,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.feed = feed;
    this.types = types;
    this.clock = clock;
  }

  /** Queues the facts that are new to an endpoint, unless too many wait already. */
  void fill(WebhookView webhook) {
    if (webhook.queuedPosition() >= feed.size() - 1) {
      return;
    }
    var filter = new ChangeFilter(null, null, types.matching(webhook.types()));
    boolean isThereMore = waiting(webhook.id()) < MAX_WAITING;
    while (isThereMore) {
      isThereMore = Boolean.TRUE.equals(transaction.execute(_ -> fillPart(webhook.id(), filter)));
    }
  }

  private boolean fillPart(WebhookId webhook, ChangeFilter filter) {
    Optional<Long> position =
        jdbc.sql(
                """
                select queued_position from bridge.webhooks
                where webhook_id = ? for update skip locked\
                """)
            .param(webhook.value())
            .query(Long.class)
            .optional();
    if (position.isEmpty() || position.get() >= feed.size() - 1) {
      return false;
    }
    ChangePage page = feed.read(position.get(), PART, filter);
    page.data().forEach(change -> add(webhook, change));
    jdbc.sql("update bridge.webhooks set queued_position = ? where webhook_id = ?")
        .params(page.next(), webhook.value())
        .update();
    return page.hasMore() && waiting(webhook) < MAX_WAITING;
  }

  private void add(WebhookId webhook, Change change) {
    jdbc.sql(
            """
            insert into bridge.webhook_deliveries
              (webhook_id, position, message_id, resource, event_type, state, due_at)
            values (?, ?, ?, ?, ?, 'PENDING', ?) on conflict do nothing\
            """)
        .params(
            webhook.value(),
            change.position(),
            DerivedId.of("msg", webhook.value(), change.eventId()),
            change.aggregateId(),
            change.type(),
            Timestamp.from(clock.instant()))
        .update();
  }

  private long waiting(WebhookId webhook) {
    return jdbc.sql(
            """
            select count(*) from bridge.webhook_deliveries
            where webhook_id = ? and state = 'PENDING'\
            """)
        .param(webhook.value())
        .query(Long.class)
        .single();
  }

  /** Claims up to {@code count} messages that are due, of each resource the first that waits. */
  List<Message> claim(WebhookId webhook, int count, Duration length) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update bridge.webhook_deliveries as mine set claimed_until = :until
            from (
              select position from bridge.webhook_deliveries as d
              where webhook_id = :webhook and state = 'PENDING' and due_at <= :now
                and (claimed_until is null or claimed_until < :now)
                and not exists (
                  select from bridge.webhook_deliveries as before
                  where before.webhook_id = d.webhook_id and before.resource = d.resource
                    and before.state = 'PENDING' and before.position < d.position)
              order by position limit :count for update skip locked) as due
            where mine.webhook_id = :webhook and mine.position = due.position
            returning mine.position, mine.message_id, mine.attempts\
            """)
        .param("webhook", webhook.value())
        .param("count", count)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(length)))
        .query(
            (row, number) -> new Message(webhook, row.getLong(1), row.getString(2), row.getInt(3)))
        .list();
  }

  /** Notes that an endpoint has taken a message. */
  void delivered(Message message, Outcome outcome) {
    end(message, outcome, DeliveryView.State.DELIVERED, clock.instant());
  }

  /** Notes that an attempt failed; nothing to wait for means that there will be no other. */
  void failed(Message message, Outcome outcome, @Nullable Duration pause) {
    Instant now = clock.instant();
    if (pause == null) {
      end(message, outcome, DeliveryView.State.FAILED, now);
    } else {
      end(message, outcome, DeliveryView.State.PENDING, now.plus(pause));
    }
  }

  private void end(Message message, Outcome outcome, DeliveryView.State state, Instant due) {
    boolean isDelivered = state == DeliveryView.State.DELIVERED;
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update bridge.webhook_deliveries
            set state = :state, attempts = attempts + 1, claimed_until = null, due_at = :due,
              attempted_at = :now, delivered_at = :delivered, status = :status, error = :error
            where webhook_id = :webhook and position = :position\
            """)
        .param("state", state.name())
        .param("due", Timestamp.from(due))
        .param("now", now)
        .param("delivered", isDelivered ? now : null)
        .param("status", outcome.status())
        .param("error", outcome.error())
        .param("webhook", message.webhook().value())
        .param("position", message.position())
        .update();
  }

  /** Forgets messages that ended before {@code age} ago. */
  void forget(Duration age) {
    jdbc.sql(
            """
            delete from bridge.webhook_deliveries
            where state <> 'PENDING' and attempted_at < ?\
            """)
        .param(Timestamp.from(clock.instant().minus(age)))
        .update();
  }
}
