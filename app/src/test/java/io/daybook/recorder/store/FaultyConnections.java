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

  /** What makes an append durable: the one statement, or the commit after a copy. */
  @FunctionalInterface
  interface Write {
    /** Returns the server's answer, the number of rows. */
    int run() throws SQLException;
  }

  /** Stands in for a write. */
  @FunctionalInterface
  interface Fault {
    /** Returns what the server is said to have answered, a number of rows. */
    int send(Connection connection, Write append) throws SQLException, InterruptedException;
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
  static int dieBefore(Connection connection, Write append) throws SQLException {
    connection.abort(Runnable::run);
    throw new SQLException("killed before the append", "08006");
  }

  /** The connection dies after the server has committed, and before anybody was told. */
  static int dieAfter(Connection connection, Write append) throws SQLException {
    append.run();
    connection.abort(Runnable::run);
    throw new SQLException("killed after the append", "08006");
  }

  /** The server lives and says no. */
  @SuppressWarnings("DoNotCallSuggester") // To be called in place of one that returns.
  static int refuse(Connection connection, Write append) throws SQLException {
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
        (method, arguments) -> {
          if (method.getName().equals("commit")) {
            return send(connection, () -> commit(connection));
          }
          @Nullable Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
                  && String.valueOf(arguments[0]).contains("INSERT INTO journal.records")
              ? watched(connection, statement)
              : result;
        });
  }

  private static int commit(Connection connection) throws SQLException {
    connection.commit();
    return 1;
  }

  private PreparedStatement watched(Connection connection, PreparedStatement append) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) ->
            method.getName().equals("executeUpdate")
                ? (Object) send(connection, append::executeUpdate)
                : invoke(append, method, arguments));
  }

  private int send(Connection connection, Write append) throws SQLException, InterruptedException {
    appends.incrementAndGet();
    @Nullable Fault fault = next.getAndSet(null);
    return fault == null ? append.run() : fault.send(connection, append);
  }

  /** Stands in for an object. */
  @FunctionalInterface
  private interface StandIn {
    @Nullable Object call(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, StandIn target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                target.call(method, arguments == null ? new Object[0] : arguments)));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
