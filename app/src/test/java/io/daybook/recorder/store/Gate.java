package io.daybook.recorder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** An append that takes as long as the test wants; closing it lets the append through at last. */
final class Gate implements FaultyConnections.Fault, AutoCloseable {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public int send(Connection connection, FaultyConnections.Write append)
      throws SQLException, InterruptedException {
    reached.countDown();
    opened.await();
    return append.run();
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
