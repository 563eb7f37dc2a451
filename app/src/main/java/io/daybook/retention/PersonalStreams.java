package io.daybook.retention;

import io.daybook.database.ErasureDatabase;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The aggregates whose events hold personal texts, and the removal of whole payloads. */
final class PersonalStreams {
  private final JdbcClient jdbc;
  private final ErasureDatabase erasure;

  PersonalStreams(JdbcClient jdbc, ErasureDatabase erasure) {
    this.jdbc = jdbc;
    this.erasure = erasure;
  }

  /** Returns the ids of the aggregates whose texts are sealed under one of {@code keys}. */
  List<String> under(Collection<String> keys) {
    return jdbc.sql(
            "select aggregate_id from personal.streams where key_id = any (?) order by aggregate_id")
        .param(keys.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Returns the records of {@code aggregates} that still have their payload. */
  List<ErasedRecord> records(Collection<String> aggregates) {
    return jdbc.sql(
            """
            select leaf_index, event_id from journal.records
            where aggregate_id = any (?) and payload is not null order by leaf_index\
            """)
        .param(aggregates.toArray(String[]::new))
        .query((row, number) -> new ErasedRecord(row.getLong(1), row.getString(2)))
        .list();
  }

  /** Removes payload and salt of {@code records}; returns how many had them. */
  int remove(Collection<ErasedRecord> records) {
    Long[] indexes = records.stream().map(ErasedRecord::index).toArray(Long[]::new);
    return erasure.call(database ->
        database
            .sql(
                """
                update journal.records set payload = null, salt = null
                where leaf_index = any (?) and payload is not null\
                """)
            .param(indexes)
            .update());
  }
}
