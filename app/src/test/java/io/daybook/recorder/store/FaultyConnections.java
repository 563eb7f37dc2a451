package io.daybook.recorder.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The writer's connections, over which a test makes the world fail.
 *
 * <p>A fault hits one append, never a statement that only reads.
 */
final class FaultyConnections implements JournalConnections {
  private final DataSource database;
  private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
  private final AtomicInteger appends = new AtomicInteger();
  private volatile boolean away;

  FaultyConnections(DataSource database) {
    this.database = database;
  }

  /** Stands in for the sending of an append. */
  @FunctionalInterface
  interface Fault {
    /** Returns what the server is said to have answered, a number of rows. */
    int send(Connection connection, PreparedStatement append)
        throws SQLException, InterruptedException;
  }

  /** The next append goes like this. */
  void onNextAppend(Fault fault) {
    next.set(fault);
  }

  /** Whether new connections are refused. */
  void setAway(boolean away) {
    this.away = away;
  }

  /** Returns how many appends were to be sent. */
  int appends() {
    return appends.get();
  }

  /** The connection dies before the server has heard of the append. */
  static int dieBefore(Connection connection, PreparedStatement append) throws SQLException {
    connection.abort(Runnable::run);
    throw new SQLException("killed before the append", "08006");
  }

  /** The connection dies after the server has committed, and before anybody was told. */
  static int dieAfter(Connection connection, PreparedStatement append) throws SQLException {
    append.executeUpdate();
    connection.abort(Runnable::run);
    throw new SQLException("killed after the append", "08006");
  }

  /** The server lives and says no. */
  @SuppressWarnings("DoNotCallSuggester") // To be called in place of one that returns.
  static int refuse(Connection connection, PreparedStatement append) throws SQLException {
    throw new SQLException("refused", "53100");
  }

  @Override
  public Connection open() throws SQLException {
    if (away) {
      throw new SQLException("the database is away", "08001");
    }
    Connection connection = database.getConnection();
    return proxy(
        Connection.class,
        connection,
        (method, arguments, result) ->
            result instanceof PreparedStatement statement
                    && arguments[0] instanceof String sql
                    && sql.contains("INSERT INTO journal.records")
                ? watched(connection, statement)
                : result);
  }

  private PreparedStatement watched(Connection connection, PreparedStatement append) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (self, method, arguments) ->
                method.getName().equals("executeUpdate")
                    ? send(connection, append)
                    : invoke(append, method, arguments));
  }

  private int send(Connection connection, PreparedStatement append)
      throws SQLException, InterruptedException {
    appends.incrementAndGet();
    @Nullable Fault fault = next.getAndSet(null);
    return fault == null ? append.executeUpdate() : fault.send(connection, append);
  }

  /** Sees what a call gave back and may give something else. */
  @FunctionalInterface
  private interface Watch {
    @Nullable Object result(Method method, Object[] arguments, @Nullable Object result);
  }

  private static <T> T proxy(Class<T> type, T target, Watch watch) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                watch.result(
                    method,
                    arguments == null ? new Object[0] : arguments,
                    invoke(target, method, arguments))));
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
