package io.daybook.recorder.store;

import io.daybook.journal.EventFacts;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StreamPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads durable events from the database, over the application's pool. */
final class JournalReader {
  private static final String COLUMNS =
      """
      SELECT leaf_index, aggregate_type, aggregate_id, seq, event_id, recorded_at_ms,
        payload_type, payload_revision, content_type, payload, metadata
      FROM journal.records
      """;

  private final DataSource dataSource;

  JournalReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Returns up to {@code count} events from leaf {@code index} on. */
  List<JournalEntry> events(long index, int count) {
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
        COLUMNS + "WHERE aggregate_id = ? AND seq >= ? ORDER BY seq LIMIT ?",
        statement -> {
          statement.setString(1, aggregateId);
          statement.setLong(2, sequence);
          statement.setInt(3, count);
        });
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
    byte[] payload = row.getBytes(10);
    if (payload == null) {
      throw new EventStoreException("the payload of record " + leafIndex + " was erased");
    }
    var facts =
        new EventFacts(
            new StreamPosition(row.getString(2), row.getString(3), row.getLong(4)),
            row.getString(5),
            row.getLong(6),
            new PayloadFormat(row.getString(7), row.getString(8), row.getString(9)),
            new TreeMap<>());
    byte[] noSalt = new byte[0];
    var content = new PendingRecord(facts, row.getBytes(11), payload, noSalt, RecordHash.ZERO);
    return new JournalEntry(leafIndex, facts.timestampMillis(), content);
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }
}
