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

/**
 * The writer's own connection.
 *
 * <p>An append is one statement and so one round trip: it moves the head and adds the records, or
 * does neither. The head moves only from the size that the writer knows. That fences writers off
 * from each other, and makes sending an append again harmless: it cannot take effect twice. A large
 * batch is a transaction of the same two steps, because copying costs the server less for each row.
 */
final class JournalSession implements AutoCloseable {
  private static final int CHECK_SECONDS = 5;
  private static final long IDLE_NANOS = 1_000_000_000;

  /** From how many records on the fewer microseconds for each outweigh three more round trips. */
  private static final int LARGE = 256;

  private static final String MOVE_HEAD =
      "UPDATE journal.head SET origin = ?, size = ?, root = ?, frontier = ? WHERE size = ?";

  private static final String APPEND =
      """
      WITH moved AS (%s RETURNING size)
      INSERT INTO journal.records (%s)
      SELECT added.* FROM moved, unnest(%s) AS added\
      """
          .formatted(MOVE_HEAD, RowArrays.COLUMNS, RowArrays.PARAMETERS);

  private static final String HEADS =
      """
      SELECT last.aggregate_id, last.seq, last.leaf_hash, last.recorded_at_ms
      FROM unnest(?) AS wanted (id)
      CROSS JOIN LATERAL (
        SELECT aggregate_id, seq, leaf_hash, recorded_at_ms FROM journal.records
        WHERE aggregate_id = wanted.id ORDER BY seq DESC LIMIT 1) AS last\
      """;

  private final Connection connection;
  private long lastUsedNanos = System.nanoTime();

  private JournalSession(Connection connection) {
    this.connection = connection;
  }

  static JournalSession open(JournalConnections connections) throws SQLException {
    Connection connection = connections.open();
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      // Acknowledged means durable, whatever the role's defaults are.
      statement.execute("SET synchronous_commit = on");
      // Else arrays make the server plan each append anew, which takes longer than to carry it out.
      statement.execute("SET plan_cache_mode = force_generic_plan");
      // A plan made for a journal that was empty must not read all of one that has grown.
      statement.execute("SET enable_seqscan = off");
      return new JournalSession(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Reads where the journal ends. */
  Head head() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT origin, frontier FROM journal.head");
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

  /**
   * Makes the batch durable if the journal still ends where the batch begins.
   *
   * @return whether it did; if not, nothing was written
   */
  boolean append(Batch batch) throws SQLException {
    boolean appended = batch.rows().size() < LARGE ? insert(batch) : copy(batch);
    lastUsedNanos = System.nanoTime();
    return appended;
  }

  private boolean insert(Batch batch) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      bindHead(statement, batch);
      RowArrays.of(batch.rows()).bind(connection, statement, 6);
      return statement.executeUpdate() > 0;
    }
  }

  private boolean copy(Batch batch) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(MOVE_HEAD)) {
      bindHead(statement, batch);
      boolean moved = statement.executeUpdate() > 0;
      if (moved) {
        CopyRows.send(connection, batch.rows());
      }
      connection.commit();
      return moved;
    } catch (SQLException e) {
      undo(e);
      throw e;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private void undo(SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e); // The connection is dead, and with it the transaction.
    }
  }

  private static void bindHead(PreparedStatement statement, Batch batch) throws SQLException {
    statement.setString(1, batch.origin());
    statement.setLong(2, batch.frontier().size());
    statement.setBytes(3, batch.frontier().root().bytes());
    statement.setBytes(4, batch.frontier().encode());
    statement.setLong(5, batch.firstIndex());
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

  /** Tells whether nothing was appended for a second, in which the connection may have died. */
  boolean isIdle() {
    return System.nanoTime() - lastUsedNanos > IDLE_NANOS;
  }

  boolean isAlive() {
    try {
      lastUsedNanos = System.nanoTime();
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
