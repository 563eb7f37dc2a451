package io.daybook.provider;

import io.daybook.recorder.CommandContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The webhooks that a provider sent, each stored once by its event id before it is answered.
 *
 * <p>A notice that could not be acted on stays in the inbox and is tried again.
 */
final class ProviderInbox {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderInbox.class);
  private static final int BATCH = 100;

  private final JdbcClient database;
  private final JsonMapper json;
  private final ProviderNotices notices;
  private final Clock clock;

  ProviderInbox(JdbcClient database, JsonMapper json, ProviderNotices notices, Clock clock) {
    this.database = database;
    this.json = json;
    this.notices = notices;
    this.clock = clock;
  }

  private record Waiting(String provider, String eventId, String body) {}

  /** Stores a verified webhook and acts on it; a repeated one changes nothing. */
  void accept(String provider, String eventId, String body) {
    int stored =
        database
            .sql(
                """
                insert into bridge.provider_events (provider, event_id, body, received_at)
                values (?, ?, ?, ?) on conflict do nothing\
                """)
            .params(provider, eventId, body, Timestamp.from(clock.instant()))
            .update();
    if (stored == 1) {
      process(new Waiting(provider, eventId, body));
    }
  }

  /** Acts on what is still waiting, for example because the journal was not to be reached. */
  void processWaiting() {
    List<Waiting> waiting =
        database
            .sql(
                """
                select provider, event_id, body from bridge.provider_events
                where processed_at is null and received_at < ? order by received_at limit ?\
                """)
            .params(Timestamp.from(clock.instant().minusSeconds(2)), BATCH)
            .query(
                (row, number) -> new Waiting(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    waiting.forEach(this::process);
  }

  private void process(Waiting event) {
    try {
      String outcome = act(event);
      database
          .sql(
              """
              update bridge.provider_events set processed_at = ?, outcome = ?
              where provider = ? and event_id = ?\
              """)
          .params(Timestamp.from(clock.instant()), outcome, event.provider(), event.eventId())
          .update();
    } catch (RuntimeException e) {
      // The provider has its answer already; the notice waits here for the next attempt.
      LOG.warn("Provider event {} waits for another attempt: {}", event.eventId(), e.toString());
    }
  }

  private String act(Waiting event) {
    ProviderNotice notice;
    try {
      notice = json.readValue(event.body(), ProviderNotice.class);
    } catch (JacksonException e) {
      return "unreadable";
    }
    var provider = CommandContext.of("provider:" + event.provider(), "webhook");
    return provider.call(() -> notices.act(notice));
  }
}
