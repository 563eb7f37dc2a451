package io.daybook.recorder.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The writer's connections, over which a test makes the world fail.
 *
 * <p>A fault hits one commit of a batch, never the commits of transactions that only read.
 */
final class FaultyConnections implements JournalConnections {
  private final DataSource database;
  private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
  private final AtomicInteger commits = new AtomicInteger();
  private volatile boolean away;

  FaultyConnections(DataSource database) {
    this.database = database;
  }

  /** Stands in for a commit. */
  @FunctionalInterface
  interface Fault {
    void commit(Connection connection) throws SQLException, InterruptedException;
  }

  /** The next batch's commit goes like this. */
  void onNextCommit(Fault fault) {
    next.set(fault);
  }

  /** Whether new connections are refused. */
  void setAway(boolean away) {
    this.away = away;
  }

  /** Returns how many batches have come to their commit. */
  int commits() {
    return commits.get();
  }

  /** The connection dies before the server has heard of the commit. */
  static void dieBefore(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    throw new SQLException("killed before the commit", "08006");
  }

  /** The connection dies after the server has committed, and before anybody was told. */
  static void dieAfter(Connection connection) throws SQLException {
    connection.commit();
    connection.abort(Runnable::run);
    throw new SQLException("killed after the commit", "08006");
  }

  /** The server lives and says no. */
  static void refuse(Connection connection) throws SQLException {
    connection.rollback();
    throw new SQLException("refused", "53100");
  }

  @Override
  public Connection open() throws SQLException {
    if (away) {
      throw new SQLException("the database is away", "08001");
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            new Watch(database.getConnection()));
  }

  /** Passes everything on but the commit after a copy. */
  private final class Watch implements InvocationHandler {
    private final Connection connection;
    private boolean written;

    Watch(Connection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "unwrap" -> written = true; // The copy's interface is the driver's own.
        case "rollback" -> written = false;
        case "commit" -> {
          if (written) {
            written = false;
            commit();
            return null;
          }
        }
        default -> {}
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }

    private void commit() throws SQLException, InterruptedException {
      commits.incrementAndGet();
      @Nullable Fault fault = next.getAndSet(null);
      if (fault == null) {
        connection.commit();
      } else {
        fault.commit(connection);
      }
    }
  }
}
