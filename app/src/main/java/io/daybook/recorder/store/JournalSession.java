package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The writer's own connection, with autocommit off, and the statements that append to the log. */
final class JournalSession implements AutoCloseable {
  private static final int CHECK_SECONDS = 5;

  private static final String HEADS =
      """
      SELECT last.aggregate_id, last.seq, last.leaf_hash, last.recorded_at_ms
      FROM unnest(?) AS wanted (id)
      CROSS JOIN LATERAL (
        SELECT aggregate_id, seq, leaf_hash, recorded_at_ms FROM journal.records
        WHERE aggregate_id = wanted.id ORDER BY seq DESC LIMIT 1) AS last\
      """;

  private final Connection connection;

  private JournalSession(Connection connection) {
    this.connection = connection;
  }

  static JournalSession open(JournalConnections connections) throws SQLException {
    Connection connection = connections.open();
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      // Acknowledged means durable, whatever the role's defaults are; and a writer that hangs in
      // the middle of a transaction must not keep the others from the head for ever.
      statement.execute("SET synchronous_commit = on");
      statement.execute("SET idle_in_transaction_session_timeout = '30s'");
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return new JournalSession(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Locks the head against other writers until the end of the transaction, and reads it. */
  Head lockHead() throws SQLException {
    return head("SELECT origin, frontier FROM journal.head FOR UPDATE");
  }

  /** Reads the journal's size as of now. */
  long size() throws SQLException {
    long size = head("SELECT origin, frontier FROM journal.head").size();
    connection.commit();
    return size;
  }

  private Head head(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("journal.head has no row");
      }
      return new Head(row.getString(1), Frontier.decode(row.getBytes(2)));
    }
  }

  /** Returns where the streams end; {@link StreamHead#NONE} for those that do not exist yet. */
  Map<String, StreamHead> heads(Collection<String> ids) throws SQLException {
    var heads = new HashMap<String, StreamHead>();
    ids.forEach(id -> heads.put(id, StreamHead.NONE));
    try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          var hash = RecordHash.of(rows.getBytes(3));
          heads.put(rows.getString(1), new StreamHead(rows.getLong(2), hash, rows.getLong(4)));
        }
      }
    }
    return heads;
  }

  /** Stores the batch's records and moves the head; durable only after {@link #commit}. */
  void write(Batch batch) throws SQLException {
    copy(batch.rows());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE journal.head SET origin = ?, size = ?, root = ?, frontier = ?")) {
      statement.setString(1, batch.origin());
      statement.setLong(2, batch.frontier().size());
      statement.setBytes(3, batch.frontier().root().bytes());
      statement.setBytes(4, batch.frontier().encode());
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("journal.head has not exactly one row");
      }
    }
  }

  private void copy(List<LeafRow> rows) throws SQLException {
    byte[] bytes = CopyRows.encode(rows);
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRows.STATEMENT);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  /** Returns the hash of the record at an index, absent if there is none. */
  Optional<RecordHash> leafHash(long leafIndex) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT leaf_hash FROM journal.records WHERE leaf_index = ?")) {
      statement.setLong(1, leafIndex);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(RecordHash.of(row.getBytes(1))) : Optional.empty();
      }
    }
  }

  /** Returns those of {@code eventIds} that the journal has. */
  List<String> existing(Collection<String> eventIds) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT event_id FROM journal.records WHERE event_id = ANY (?)")) {
      statement.setArray(1, connection.createArrayOf("text", eventIds.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  boolean isAlive() {
    try {
      return connection.isValid(CHECK_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The connection is being thrown away because it is of no use: there is nothing to save.
    }
  }
}
