package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest state of each aggregate that has one.
 *
 * <p>Nothing read here is believed: a state must carry a right HMAC and stand on the record that
 * the journal has at its place. One that does not is thrown away, and its aggregate is built from
 * its events.
 */
final class SnapshotTable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotTable.class);

  private static final String STORE =
      """
      INSERT INTO journal.snapshots AS old (aggregate_id, aggregate_type, seq, leaf_hash,
        recorded_at_ms, state_type, revision, state, mac)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (aggregate_id) DO UPDATE SET aggregate_type = excluded.aggregate_type,
        seq = excluded.seq, leaf_hash = excluded.leaf_hash,
        recorded_at_ms = excluded.recorded_at_ms, state_type = excluded.state_type,
        revision = excluded.revision, state = excluded.state, mac = excluded.mac
      WHERE old.seq < excluded.seq OR old.revision <> excluded.revision\
      """;

  private final DataSource dataSource;
  private final SecretKey key;

  SnapshotTable(DataSource dataSource, SecretKey key) {
    this.dataSource = dataSource;
    this.key = key;
  }

  /** Keeps {@code snapshot} unless there is a newer one of the same code. */
  void store(Snapshot snapshot) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(STORE)) {
      var event = snapshot.event();
      statement.setString(1, event.aggregateId());
      statement.setString(2, event.aggregateType());
      statement.setLong(3, event.sequence());
      statement.setBytes(4, snapshot.leafHash().bytes());
      statement.setLong(5, event.timestampMillis());
      statement.setString(6, snapshot.type().name());
      statement.setString(7, snapshot.type().revision());
      statement.setBytes(8, snapshot.state());
      statement.setBytes(9, snapshot.mac(key));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new EventStoreException("the snapshot cannot be stored: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a row of the table and the leaf hash that the journal has at its place.
   *
   * @return the snapshot if it may be used; otherwise it is removed
   */
  Optional<Snapshot> accept(ResultSet row) throws SQLException {
    var event =
        new Snapshot.EventPlace(
            row.getString("aggregate_type"),
            row.getString("aggregate_id"),
            row.getLong("seq"),
            row.getLong("recorded_at_ms"));
    var type =
        new Snapshot.StateType(row.getString("payload_type"), row.getString("payload_revision"));
    RecordHash standsOn = RecordHash.of(row.getBytes("stands_on"));
    var snapshot = new Snapshot(event, standsOn, type, row.getBytes("payload"));
    if (!snapshot.isAuthentic(key, row.getBytes("metadata"))) {
      return refuse(event, "its HMAC is wrong");
    }
    byte[] found = row.getBytes("leaf_hash");
    if (found == null || !RecordHash.of(found).equals(standsOn)) {
      return refuse(event, "it does not stand on a record of the journal");
    }
    return Optional.of(snapshot);
  }

  private Optional<Snapshot> refuse(Snapshot.EventPlace event, String reason) {
    LOG.error(
        "The snapshot of {} at {} was changed ({}) and is built again from the journal",
        event.aggregateId(),
        event.sequence(),
        reason);
    remove(event.aggregateId());
    return Optional.empty();
  }

  /** Removes an aggregate's snapshot; the next one is made from the events. */
  void remove(String aggregateId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM journal.snapshots WHERE aggregate_id = ?")) {
      statement.setString(1, aggregateId);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new EventStoreException("the snapshot cannot be removed: " + e.getMessage(), e);
    }
  }
}
