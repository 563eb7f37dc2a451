package io.daybook.recorder.store;

import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StreamPosition;
import io.daybook.recorder.format.SystemEvent.PayloadErased;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Reads durable events from memory or, over the application's pool, from the database. */
final class JournalReader {
  private static final String COLUMNS =
      """
      SELECT leaf_index, aggregate_type, aggregate_id, seq, event_id, recorded_at_ms,
        payload_type, payload_revision, content_type, payload, metadata
      FROM journal.records
      """;

  private static final String HISTORY =
      """
      WITH last AS (SELECT * FROM journal.snapshots WHERE aggregate_id = ?)
      SELECT NULL::bigint AS leaf_index, last.aggregate_type, last.aggregate_id, last.seq,
        NULL::text AS event_id, last.recorded_at_ms, last.state_type AS payload_type,
        last.revision AS payload_revision, NULL::text AS content_type, last.state AS payload,
        last.mac AS metadata, last.leaf_hash AS stands_on,
        (SELECT leaf_hash FROM journal.records AS place
          WHERE place.aggregate_id = last.aggregate_id AND place.seq = last.seq) AS leaf_hash
      FROM last
      UNION ALL (
        SELECT leaf_index, aggregate_type, aggregate_id, seq, event_id, recorded_at_ms,
          payload_type, payload_revision, content_type, payload, metadata, NULL::bytea, leaf_hash
        FROM journal.records
        WHERE aggregate_id = ? AND seq > coalesce((SELECT seq FROM last), -1)
          AND payload IS NOT NULL
        ORDER BY seq LIMIT ?)\
      """;

  private static final String LEAF_HASH =
      "SELECT leaf_hash FROM journal.records WHERE aggregate_id = ? AND seq = ?";

  private final DataSource dataSource;
  private final Tail tail;
  private final SnapshotTable snapshots;

  JournalReader(DataSource dataSource, Tail tail, SnapshotTable snapshots) {
    this.dataSource = dataSource;
    this.tail = tail;
    this.snapshots = snapshots;
  }

  Tail tail() {
    return tail;
  }

  /** Returns how many events are durable. */
  long size() {
    return tail.size();
  }

  /** Returns up to {@code count} durable events from leaf {@code index} on. */
  List<JournalEntry> page(long index, int count) {
    if (index >= tail.size()) {
      return List.of();
    }
    @Nullable List<JournalEntry> recent = tail.read(index, count);
    return recent != null ? recent : events(index, count);
  }

  private List<JournalEntry> events(long index, int count) {
    return query(
        COLUMNS + "WHERE leaf_index >= ? ORDER BY leaf_index LIMIT ?",
        statement -> {
          statement.setLong(1, index);
          statement.setInt(2, count);
        });
  }

  /** Returns up to {@code count} events of one stream from {@code sequence} on. */
  List<JournalEntry> events(String aggregateId, long sequence, int count) {
    return query(
        COLUMNS
            + "WHERE aggregate_id = ? AND seq >= ? AND payload IS NOT NULL ORDER BY seq LIMIT ?",
        statement -> {
          statement.setString(1, aggregateId);
          statement.setLong(2, sequence);
          statement.setInt(3, count);
        });
  }

  /**
   * Returns an aggregate's snapshot and up to {@code count} events after it, in one round trip.
   *
   * <p>One statement, so that both are of the same moment.
   */
  History history(String aggregateId, int count) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setString(1, aggregateId);
      statement.setString(2, aggregateId);
      statement.setInt(3, count);
      try (ResultSet rows = statement.executeQuery()) {
        return history(rows, count);
      }
    } catch (SQLException e) {
      throw new EventStoreException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  private History history(ResultSet rows, int count) throws SQLException {
    var entries = new ArrayList<JournalEntry>();
    Optional<Snapshot> snapshot = Optional.empty();
    StreamHead head = StreamHead.NONE;
    boolean refused = false;
    while (rows.next()) {
      rows.getLong("leaf_index");
      if (rows.wasNull()) {
        snapshot = snapshots.accept(rows);
        refused = snapshot.isEmpty();
      } else {
        entries.add(entry(rows));
      }
      head = refused ? StreamHead.NONE : head(rows);
    }
    return refused
        ? new History(Optional.empty(), List.of(), false, head)
        : new History(snapshot, entries, entries.size() < count, head);
  }

  private static StreamHead head(ResultSet row) throws SQLException {
    return new StreamHead(
        row.getLong("seq"),
        RecordHash.of(row.getBytes("leaf_hash")),
        row.getLong("recorded_at_ms"));
  }

  /**
   * Returns the leaf hash of an event.
   *
   * @throws EventStoreException if there is no such event
   */
  RecordHash leafHash(String aggregateId, long sequence) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LEAF_HASH)) {
      statement.setString(1, aggregateId);
      statement.setLong(2, sequence);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new EventStoreException(aggregateId + " has no event " + sequence);
        }
        return RecordHash.of(row.getBytes(1));
      }
    } catch (SQLException e) {
      throw new EventStoreException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the last sequence of a stream, absent if it has no events. */
  OptionalLong lastSequence(String aggregateId) {
    return number(
        "SELECT max(seq) FROM journal.records WHERE aggregate_id = ?",
        statement -> statement.setString(1, aggregateId));
  }

  /** Returns the index of the first event at or after {@code instant}, absent if there is none. */
  OptionalLong firstAt(Instant instant) {
    return number(
        "SELECT min(leaf_index) FROM journal.records WHERE recorded_at_ms >= ?",
        statement -> statement.setLong(1, instant.toEpochMilli()));
  }

  private List<JournalEntry> query(String sql, Parameters parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      try (ResultSet rows = statement.executeQuery()) {
        var entries = new ArrayList<JournalEntry>();
        while (rows.next()) {
          entries.add(entry(rows));
        }
        return entries;
      }
    } catch (SQLException e) {
      throw new EventStoreException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  private OptionalLong number(String sql, Parameters parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long value = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
      }
    } catch (SQLException e) {
      throw new EventStoreException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    long leafIndex = row.getLong(1);
    var format = new PayloadFormat(row.getString(7), row.getString(8), row.getString(9));
    byte[] payload = row.getBytes(10);
    if (payload == null) {
      // The name has no character that JSON would escape.
      payload = ("{\"payloadType\":\"" + format.type() + "\"}").getBytes(StandardCharsets.UTF_8);
      format = new PayloadFormat(PayloadErased.NAME, null, format.contentType());
    }
    var facts =
        new EventFacts(
            new StreamPosition(row.getString(2), row.getString(3), row.getLong(4)),
            row.getString(5),
            row.getLong(6),
            format,
            new TreeMap<>());
    byte[] noSalt = new byte[0];
    var content =
        new PendingRecord(facts, row.getBytes(11), payload, noSalt, RecordHash.ZERO, null);
    return new JournalEntry(leafIndex, facts.timestampMillis(), content);
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }
}
