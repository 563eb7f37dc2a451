package io.daybook.feed;

import io.daybook.recorder.store.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the journal's business facts in their order, from any position on.
 *
 * <p>Positions have no gaps and only durable events are read, so whoever goes on after the last
 * position that he has seen misses nothing.
 */
public final class ChangeFeed {
  /** How many records one part looks at, so that a rare type does not read the whole journal. */
  private static final long WINDOW = 10_000;

  private static final String COLUMNS =
      """
      select leaf_index, event_id, payload_type, payload_revision, aggregate_type, aggregate_id,
        seq, recorded_at_ms, payload
      from journal.records
      """;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final PublicPayload payloads;

  ChangeFeed(JdbcClient jdbc, Journal journal, PublicPayload payloads) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.payloads = payloads;
  }

  /** Returns how many records the journal has: the next one's position. */
  public long size() {
    return journal.size();
  }

  /**
   * Returns up to {@code limit} changes after a position, at least -1.
   *
   * <p>It may have fewer, or none, although there are more.
   */
  public ChangePage read(long after, int limit, ChangeFilter filter) {
    long size = journal.size();
    // One aggregate's records have an index of their own.
    long end = filter.aggregateId() == null ? Math.min(size, after + 1 + WINDOW) : size;
    List<Change> found = after + 1 < end ? query(after, end, limit, filter) : List.of();
    long next = found.size() == limit ? found.getLast().position() : Math.max(after, end - 1);
    return new ChangePage(found, next, next < size - 1);
  }

  /** As {@link #read}, but waits up to {@code patience} for a first change. */
  public ChangePage await(long after, int limit, ChangeFilter filter, Duration patience)
      throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    ChangePage page = read(after, limit, filter);
    while (page.data().isEmpty()) {
      Duration left = Duration.between(Instant.now(), end);
      boolean grew = !left.isNegative() && journal.awaitMoreThan(page.next() + 1, left);
      if (!grew) {
        return page;
      }
      page = read(page.next(), limit, filter);
    }
    return page;
  }

  /** Returns the change at {@code position}; nothing if there is no such record. */
  public Optional<Change> find(long position) {
    return jdbc.sql(COLUMNS + "where leaf_index = ?")
        .param(position)
        .query((row, number) -> change(row))
        .optional();
  }

  private List<Change> query(long after, long end, int limit, ChangeFilter filter) {
    String sql =
        COLUMNS
            + "where leaf_index > :after and leaf_index < :end and payload_type = any (:types)"
            + (filter.aggregateType() == null ? "" : " and aggregate_type = :type")
            + (filter.aggregateId() == null ? "" : " and aggregate_id = :id")
            + " order by leaf_index limit :limit";
    JdbcClient.StatementSpec query =
        jdbc.sql(sql)
            .param("after", after)
            .param("end", end)
            .param("types", filter.types().toArray(String[]::new))
            .param("limit", limit);
    if (filter.aggregateType() != null) {
      query = query.param("type", filter.aggregateType());
    }
    if (filter.aggregateId() != null) {
      query = query.param("id", filter.aggregateId());
    }
    return query.query((row, number) -> change(row)).list();
  }

  private Change change(ResultSet row) throws SQLException {
    String type = row.getString("payload_type");
    byte[] payload = row.getBytes("payload");
    return new Change(
        row.getLong("leaf_index"),
        row.getString("event_id"),
        type,
        row.getString("payload_revision"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("recorded_at_ms")),
        payload == null ? null : payloads.of(type, payload));
  }
}
