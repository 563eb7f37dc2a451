package io.daybook.recorder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What this process and the database server have used so far, by Linux's and the server's books.
 */
final class ServerMeter {
  private static final long MICROS_PER_TICK = 10_000; // USER_HZ is 100 on every Linux.

  private final DataSource database;
  private final long postmaster;

  /** Measures the server of {@code database}, which must run on this machine. */
  ServerMeter(DataSource database) {
    this.database = database;
    this.postmaster = postmasterOf(database);
  }

  /** Asks on an open connection whose parent process is the server's first. */
  private static long postmasterOf(DataSource database) {
    try (var connection = database.getConnection()) {
      int session = connection.unwrap(PGConnection.class).getBackendPID();
      return ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow().pid();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One reading; two of them make a difference. */
  record Reading(long javaMicros, long serverMicros) {
    Reading minus(Reading earlier) {
      return new Reading(javaMicros - earlier.javaMicros, serverMicros - earlier.serverMicros);
    }
  }

  Reading read() {
    return new Reading(used(ProcessHandle.current().pid(), false), server());
  }

  /** The postmaster's own time, that of its children that ended, and of those that live. */
  private long server() {
    long micros = used(postmaster, true);
    for (var child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
      micros += used(child.pid(), false);
    }
    return micros;
  }

  private static long used(long pid, boolean withEndedChildren) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The second field may have spaces, the rest has none; fields 14 to 17 are the times.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      long ticks = 0;
      for (String time : fields.subList(11, withEndedChildren ? 15 : 13)) {
        ticks += Long.parseLong(time);
      }
      return ticks * MICROS_PER_TICK;
    } catch (IOException e) {
      return 0; // The process has just ended; its parent counts it from now on.
    }
  }

  /** Returns how often the log was synced, by sessions that have ended: others tell it late. */
  long fsyncs() {
    return Long.parseLong(query("SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'"));
  }

  /** Runs a query with one answer. */
  String query(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
