package io.daybook.projections.audit;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for what happened, when, to what and by whom. */
public final class Activities {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Activities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the event at {@code position}. */
  public Optional<ActivityView> find(long position) {
    return jdbc.sql("select * from read.activity where position = ?")
        .param(position)
        .query(Row.mapper(ActivityView::of))
        .optional();
  }

  /** Returns the events that meet {@code filter}, the newest first. */
  public Page<ActivityView> find(ActivityFilter filter, PageRequest request) {
    var query = PagedQuery.newestFirst("read.activity", "position", ActivityView::of);
    restrict(query, "aggregate_id = :aggregate", "aggregate", filter.aggregateId());
    restrict(query, "actor = :actor", "actor", filter.actor());
    restrict(query, "event_type = :type", "type", filter.eventType());
    if (filter.from() != null) {
      query.where("occurred_at >= :from", "from", Column.time(filter.from()));
    }
    if (filter.until() != null) {
      query.where("occurred_at < :until", "until", Column.time(filter.until()));
    }
    if (filter.upTo() != null) {
      query.where("position <= :up_to", "up_to", filter.upTo());
    }
    return query.page(jdbc, request);
  }

  private static void restrict(
      PagedQuery<?> query, String condition, String name, @Nullable String value) {
    if (value != null) {
      query.where(condition, name, value);
    }
  }
}
