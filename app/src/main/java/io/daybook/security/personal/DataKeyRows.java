package io.daybook.security.personal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code personal.data_keys}, as the application may read and add them. */
final class DataKeyRows {
  private final JdbcClient jdbc;

  DataKeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A stored data key.
   *
   * @param wrapped null if it is destroyed
   */
  record Stored(String keyId, int master, @Nullable Wrapped wrapped) {}

  Optional<Stored> find(String keyId) {
    return jdbc.sql("select key_id, master, wrapped from personal.data_keys where key_id = ?")
        .param(keyId)
        .query((row, number) ->
            new Stored(row.getString(1), row.getInt(2), Wrapped.of(row.getBytes(3))))
        .optional();
  }

  Optional<Stored> find(KeyScope scope) {
    return jdbc.sql(
            """
            select key_id, master, wrapped from personal.data_keys
            where subject_id = ? and data_class = ? and scope = ?\
            """)
        .params(scope.subject(), scope.dataClass().name(), scope.scope())
        .query((row, number) ->
            new Stored(row.getString(1), row.getInt(2), Wrapped.of(row.getBytes(3))))
        .optional();
  }

  /** Keeps a closing subject waiting until this transaction ends, and this one while it closes. */
  void holdOpen(String subject) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))::text")
        .param(DataKeyDestruction.LOCK + subject)
        .query(String.class)
        .single();
  }

  /** Returns which master wraps, and lets nobody change that until this transaction ends. */
  int currentMaster() {
    return jdbc.sql("select number from personal.current_master for share")
        .query(Integer.class)
        .single();
  }

  boolean isClosed(KeyScope scope) {
    return jdbc.sql(
            """
            select exists (
              select from personal.closed_subjects where subject_id = ? and data_class = ?)\
            """)
        .params(scope.subject(), scope.dataClass().name())
        .query(Boolean.class)
        .single();
  }

  /** Adds a key unless somebody else was quicker. */
  void add(KeyScope scope, Stored key, Instant now) {
    jdbc.sql(
            """
            insert into personal.data_keys
              (key_id, data_class, subject_id, scope, master, wrapped, created_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .param(key.keyId())
        .param(scope.dataClass().name())
        .param(scope.subject())
        .param(scope.scope())
        .param(key.master())
        .param(key.wrapped() == null ? null : key.wrapped().bytes())
        .param(Timestamp.from(now))
        .update();
  }
}
