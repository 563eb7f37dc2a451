package io.daybook.recorder.publication;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.merkle.Frontier;
import io.daybook.recorder.format.StoredMetadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what is published from the journal's tables, and keeps what was derived.
 *
 * <p>Where somebody has removed rows, a list is shorter than was asked for. It is published like
 * that: an auditor is to see what is missing, and an error would hide it from him.
 */
final class LogTables {
  /** What {@link #record} reads. */
  static final String ROWS =
      """
      SELECT leaf_index, aggregate_type, aggregate_id, seq, event_id, recorded_at_ms,
        payload_type, payload_revision, content_type, metadata, salt, payload
      FROM journal.records
      """;

  private final JdbcClient jdbc;

  LogTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The journal's right edge, size and root in one. */
  Frontier frontier() {
    return jdbc.sql("SELECT frontier FROM journal.head")
        .query((row, number) -> Frontier.decode(row.getBytes(1)))
        .single();
  }

  /** Returns the leaf hashes of {@code count} records from {@code first} on. */
  List<RecordHash> leafHashes(long first, int count) {
    return jdbc.sql(
            """
            SELECT leaf_hash FROM journal.records
            WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index\
            """)
        .params(first, first + count)
        .query((row, number) -> RecordHash.of(row.getBytes(1)))
        .list();
  }

  /** Returns the roots of {@code count} full tiles from {@code first} on. */
  List<RecordHash> tileRoots(int level, long first, int count) {
    return jdbc.sql(
            """
            SELECT root FROM journal.tile_roots
            WHERE level = ? AND index >= ? AND index < ? ORDER BY index\
            """)
        .params(level, first, first + count)
        .query((row, number) -> RecordHash.of(row.getBytes(1)))
        .list();
  }

  /** Returns how many full tiles of a level have their root stored. */
  long storedRoots(int level) {
    return jdbc.sql("SELECT coalesce(max(index) + 1, 0) FROM journal.tile_roots WHERE level = ?")
        .param(level)
        .query(Long.class)
        .single();
  }

  /** Stores a root; another process may have done so already. */
  void storeRoot(int level, long index, RecordHash root) {
    jdbc.sql(
            "INSERT INTO journal.tile_roots (level, index, root) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING")
        .params(level, index, root.bytes())
        .update();
  }

  /** Returns the encoded headers of {@code count} records from {@code first} on. */
  List<byte[]> headers(long first, int count) {
    return jdbc.sql(
            """
            SELECT header FROM journal.records
            WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index\
            """)
        .params(first, first + count)
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** Returns {@code count} stored rows from {@code first} on. */
  List<StoredRecord> records(long first, int count) {
    return jdbc.sql(ROWS + "WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index")
        .params(first, first + count)
        .query((row, number) -> record(row))
        .list();
  }

  /** Returns how many rows there are, and how many of them the tree has. */
  PublishedLog.Extent extent() {
    return jdbc.sql("SELECT (SELECT count(*) FROM journal.records), size FROM journal.head")
        .query((row, number) -> new PublishedLog.Extent(row.getLong(1), row.getLong(2)))
        .single();
  }

  /** Returns the numbers of the bundles below {@code size} that have a row without payload. */
  List<Long> erasedBundles(long size) {
    return jdbc.sql(
            """
            SELECT DISTINCT leaf_index / 256 FROM journal.records
            WHERE payload IS NULL AND leaf_index < ? ORDER BY 1\
            """)
        .param(size)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** Returns the index of the record with an event id. */
  Optional<Long> leafIndex(String eventId) {
    return jdbc.sql("SELECT leaf_index FROM journal.records WHERE event_id = ?")
        .param(eventId)
        .query(Long.class)
        .optional();
  }

  /** Returns the indexes of the first {@code limit} records of some aggregates, ascending. */
  List<Long> leafIndexes(Collection<String> aggregateIds, int limit) {
    return jdbc.sql(
            """
            SELECT leaf_index FROM journal.records
            WHERE aggregate_id IN (:ids) ORDER BY leaf_index LIMIT :limit\
            """)
        .param("ids", aggregateIds)
        .param("limit", limit)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** Returns the newest signed checkpoint. */
  Optional<String> newestCheckpoint() {
    return jdbc.sql("SELECT note FROM journal.checkpoints ORDER BY size DESC LIMIT 1")
        .query(String.class)
        .optional();
  }

  /** Returns up to {@code count} signed checkpoints, the newest first. */
  List<String> newestCheckpoints(int count) {
    return jdbc.sql("SELECT note FROM journal.checkpoints ORDER BY size DESC LIMIT ?")
        .param(count)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Returns the signed checkpoint of a size. */
  Optional<String> checkpoint(long size) {
    return jdbc.sql("SELECT note FROM journal.checkpoints WHERE size = ?")
        .param(size)
        .query(String.class)
        .optional();
  }

  /** Returns the sizes of the signed checkpoints above {@code after}, ascending. */
  List<Long> checkpointSizes(long after) {
    return jdbc.sql("SELECT size FROM journal.checkpoints WHERE size > ? ORDER BY size")
        .param(after)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** Stores a signed checkpoint; another process may have signed the same size already. */
  void storeCheckpoint(long size, String note) {
    jdbc.sql("INSERT INTO journal.checkpoints (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(size, note)
        .update();
  }

  static StoredRecord record(ResultSet row) throws SQLException {
    var facts =
        new EventFacts(
            new StreamPosition(row.getString(2), row.getString(3), row.getLong(4)),
            row.getString(5),
            row.getLong(6),
            new PayloadFormat(row.getString(7), row.getString(8), row.getString(9)),
            StoredMetadata.read(row.getBytes(10)));
    return new StoredRecord(row.getLong(1), facts, bytes(row, 11), bytes(row, 12));
  }

  private static @Nullable Bytes bytes(ResultSet row, int column) throws SQLException {
    byte @Nullable [] value = row.getBytes(column);
    return value == null ? null : Bytes.of(value);
  }
}
