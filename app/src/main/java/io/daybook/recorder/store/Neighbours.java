package io.daybook.recorder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells other processes of what this one wrote, and looks into the journal when they tell, by
 * PostgreSQL's {@code LISTEN} and {@code NOTIFY}.
 *
 * <p>A notification is a hint: it may be lost, so the journal's size is read four times a second
 * besides. Neither uses the writer's connection, because notifying takes a lock that the whole
 * database shares until the transaction ends.
 */
final class Neighbours implements AutoCloseable {
  private static final int FALLBACK_MILLIS = 250;
  private static final Duration BETWEEN_NOTICES = Duration.ofMillis(5);
  private static final Duration BEFORE_RECONNECTING = Duration.ofMillis(500);

  private final String self = UUID.randomUUID().toString();
  private final JournalConnections connections;
  private final Tail tail;
  private final Runnable lookForOthers;
  private final Semaphore written = new Semaphore(0);
  private final Thread listener;
  private final Thread announcer;
  private volatile boolean closed;

  /**
   * Prepares both.
   *
   * @param lookForOthers reads the journal's end while this process writes nothing
   */
  Neighbours(JournalConnections connections, Tail tail, Runnable lookForOthers) {
    this.connections = connections;
    this.tail = tail;
    this.lookForOthers = lookForOthers;
    // Not virtual: interrupting a virtual thread closes the socket that it reads from.
    listener = Thread.ofPlatform().name("journal-listener").daemon().unstarted(this::listen);
    announcer = Thread.ofPlatform().name("journal-announcer").daemon().unstarted(this::announce);
  }

  void start() {
    tail.addListener(written::release);
    listener.start();
    announcer.start();
  }

  private void listen() {
    while (!closed) {
      try (Connection connection = connections.open();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(true);
        statement.execute("LISTEN daybook_journal");
        look(connection);
        while (!closed) {
          if (isNews(connection.unwrap(PGConnection.class).getNotifications(FALLBACK_MILLIS))) {
            look(connection);
          }
        }
      } catch (SQLException e) {
        pause(BEFORE_RECONNECTING); // Who needs the database says that it is away.
      }
    }
  }

  /** Nothing heard in all that time is a reason to look, too. */
  private boolean isNews(PGNotification @Nullable [] heard) {
    return heard == null
        || heard.length == 0
        || !Arrays.stream(heard).map(PGNotification::getParameter).allMatch(self::equals);
  }

  private void look(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT size FROM journal.head")) {
      row.next();
      if (row.getLong(1) > tail.size()) {
        lookForOthers.run();
      }
    }
  }

  private void announce() {
    while (!closed) {
      try (Connection connection = connections.open();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(true);
        // A hint needs not be durable.
        statement.execute("SET synchronous_commit = off");
        long announced = -1;
        while (!closed) {
          written.acquire();
          written.drainPermits();
          if (tail.ownSize() > announced) {
            announced = tail.ownSize();
            statement.execute("NOTIFY daybook_journal, '" + self + "'");
          }
          pause(BETWEEN_NOTICES);
        }
      } catch (SQLException e) {
        pause(BEFORE_RECONNECTING);
      } catch (InterruptedException e) {
        return; // Only close() interrupts.
      }
    }
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }

  @Override
  public void close() {
    closed = true;
    announcer.interrupt();
    LockSupport.unpark(listener);
    try {
      announcer.join();
      listener.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
