package io.daybook.recorder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A commit that takes as long as the test wants; closing it lets the commit through at last. */
final class Gate implements FaultyConnections.Fault, AutoCloseable {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public void commit(Connection connection) throws SQLException, InterruptedException {
    reached.countDown();
    opened.await();
    connection.commit();
  }

  /** Waits until the writer stands before the gate. */
  void awaitWriter() throws InterruptedException {
    reached.await();
  }

  void open() {
    opened.countDown();
  }

  @Override
  public void close() {
    open();
  }
}
