package io.daybook.recorder.publication;

import io.daybook.journal.Bytes;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds single records and checkpoints in the journal's tables, each by an index of the database.
 */
final class RecordQueries {
  private final JdbcClient jdbc;

  RecordQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LogBrowser.Found> record(long index) {
    return jdbc.sql(
            """
            SELECT leaf_index, aggregate_type, aggregate_id, seq, event_id, recorded_at_ms,
              payload_type, payload_revision, content_type, metadata, salt, payload,
              header, leaf_hash
            FROM journal.records WHERE leaf_index = ?\
            """)
        .param(index)
        .query((row, number) ->
            new LogBrowser.Found(
                LogTables.record(row),
                Bytes.of(row.getBytes("header")),
                RecordHash.of(row.getBytes("leaf_hash"))))
        .optional();
  }

  Optional<Long> index(String aggregateId, long sequence) {
    return jdbc.sql("SELECT leaf_index FROM journal.records WHERE aggregate_id = ? AND seq = ?")
        .params(aggregateId, sequence)
        .query(Long.class)
        .optional();
  }

  /** Returns the first {@code limit} records of an aggregate up to an index, the oldest first. */
  List<StoredRecord> stream(String aggregateId, long lastIndex, int limit) {
    return jdbc.sql(
            LogTables.ROWS + "WHERE aggregate_id = ? AND leaf_index <= ? ORDER BY seq LIMIT ?")
        .params(aggregateId, lastIndex, limit)
        .query((row, number) -> LogTables.record(row))
        .list();
  }

  /** Returns the records at these indexes that are there, the oldest first. */
  List<StoredRecord> records(Collection<Long> indexes) {
    return jdbc.sql(LogTables.ROWS + "WHERE leaf_index = ANY (?) ORDER BY leaf_index")
        .param(indexes.toArray(Long[]::new))
        .query((row, number) -> LogTables.record(row))
        .list();
  }

  /** Returns the index of the first record of a later time. */
  Optional<Long> firstAfter(Instant time) {
    return jdbc.sql("SELECT min(leaf_index) FROM journal.records WHERE recorded_at_ms > ?")
        .param(time.toEpochMilli())
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  long size() {
    return jdbc.sql("SELECT size FROM journal.head").query(Long.class).single();
  }

  /** Returns up to {@code count} checkpoints of fewer than {@code below} records, newest first. */
  List<String> checkpoints(long below, int count) {
    return jdbc.sql(
            "SELECT note FROM journal.checkpoints WHERE size < ? ORDER BY size DESC LIMIT ?")
        .params(below, count)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Returns the smallest checkpoint of at least {@code size} records. */
  Optional<String> checkpointFrom(long size) {
    return jdbc.sql("SELECT note FROM journal.checkpoints WHERE size >= ? ORDER BY size LIMIT 1")
        .param(size)
        .query(String.class)
        .optional();
  }
}
