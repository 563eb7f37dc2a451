package io.daybook.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the process that follows the chain saw last, for all processes to tell. */
final class ObservationTable {
  private final JdbcClient jdbc;

  ObservationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void store(Observation seen) {
    Follower.@Nullable State state = seen.state();
    jdbc.sql(
            """
            insert into chain.observation (state, seen_at, oldest_unread, head, head_at,
              is_different, problem)
            values (:state, :seenAt, :unread, :head, :headAt, :different, :problem)
            on conflict (one) do update
            set state = excluded.state, seen_at = excluded.seen_at,
              oldest_unread = excluded.oldest_unread, head = excluded.head,
              head_at = excluded.head_at, is_different = excluded.is_different,
              problem = excluded.problem\
            """)
        .param("state", state == null ? null : state.name())
        .param("seenAt", timestamp(seen.seenAt()))
        .param("unread", timestamp(seen.oldestUnread()))
        .param("head", seen.head())
        .param("headAt", timestamp(seen.headAt()))
        .param("different", seen.isDifferent())
        .param("problem", seen.problem())
        .update();
  }

  Observation find() {
    return jdbc.sql("select * from chain.observation")
        .query((row, _) -> observation(row))
        .optional()
        .orElse(Observation.NONE);
  }

  private static Observation observation(ResultSet row) throws SQLException {
    @Nullable String state = row.getString("state");
    long number = row.getLong("head");
    @Nullable Long head = row.wasNull() ? null : number;
    return new Observation(
        state == null ? null : Follower.State.valueOf(state),
        instant(row, "seen_at"),
        instant(row, "oldest_unread"),
        head,
        instant(row, "head_at"),
        row.getBoolean("is_different"),
        row.getString("problem"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
