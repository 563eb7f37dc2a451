package io.daybook.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets one process at a time read the chain and send to it.
 *
 * <p>A lock of the database says who, for as long as its connection lives. A process that was
 * paused may still think that it leads: every write of a leader checks the epoch in its own
 * transaction, and fails when another process has begun a new one.
 */
final class Leadership implements AutoCloseable {
  private static final long LOCK = 0x6368_6169_6eL;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private @Nullable Connection lock;
  private long epoch;

  Leadership(DataSource dataSource, TransactionOperations transactions) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = transactions;
  }

  /** Returns whether this process leads, after an attempt to if it did not. */
  boolean take() {
    try {
      if (lock != null && lock.isValid(1)) {
        return true;
      }
      close();
      Connection connection = dataSource.getConnection();
      if (!isLocked(connection)) {
        connection.close();
        return false;
      }
      lock = connection;
      epoch =
          jdbc.sql("update chain.leader set epoch = epoch + 1 returning epoch")
              .query(Long.class)
              .single();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the database is away: " + e.getMessage(), e);
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /**
   * Does what a leader does in one database transaction.
   *
   * @throws LeadershipLost if another process leads by now; nothing is written then
   */
  <T extends @Nullable Object> T write(Supplier<T> work) {
    return transactions.execute(_ -> {
      long now = jdbc.sql("select epoch from chain.leader for share").query(Long.class).single();
      if (now != epoch) {
        throw new LeadershipLost(epoch);
      }
      return work.get();
    });
  }

  /** Does work that returns nothing; see {@link #write(Supplier)}. */
  void write(Runnable work) {
    this.<@Nullable Object>write(() -> {
      work.run();
      return null;
    });
  }

  /** Gives the lead away. */
  @Override
  public void close() {
    if (lock != null) {
      try (Connection connection = lock) {
        lock = null;
        // A pool keeps the connection, and with it the lock.
        try (PreparedStatement statement =
            connection.prepareStatement("select pg_advisory_unlock(?)")) {
          statement.setLong(1, LOCK);
          statement.execute();
        }
      } catch (SQLException e) {
        // With the connection the lock is gone as well.
        lock = null;
      }
    }
  }
}
