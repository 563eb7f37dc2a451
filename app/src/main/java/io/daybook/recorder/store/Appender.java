package io.daybook.recorder.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the journal: it takes what has queued up meanwhile and makes it
 * durable in one transaction, without waiting for more.
 */
final class Appender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
  private static final Duration LOOK_OUT = Duration.ofNanos(50_000);

  private final JournalSettings settings;
  private final BatchWriter writer;
  private final Outcomes outcomes;
  private final BlockingQueue<Append> queue;
  private final ReentrantLock writing = new ReentrantLock();
  private final Thread thread;
  private volatile boolean closing;

  Appender(JournalSettings settings, BatchWriter writer, Outcomes outcomes) {
    this.settings = settings;
    this.writer = writer;
    this.outcomes = outcomes;
    this.queue = new LinkedBlockingQueue<>(settings.queueCapacity());
    this.thread = Thread.ofPlatform().name("journal-appender").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Queues an append. Appends of one aggregate must be queued in the order of their decisions.
   *
   * @throws JournalUnavailable if the queue is full or the writer is closing
   */
  void submit(Append append) {
    if (closing) {
      throw new JournalUnavailable("the journal is closing");
    }
    outcomes.submitted(append);
    if (!queue.offer(append)) {
      var refusal =
          new JournalUnavailable(queue.size() + " units of work wait for the journal already");
      outcomes.failed(append, refusal);
      throw refusal;
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty()) {
      try {
        write(take());
      } catch (InterruptedException e) {
        closing = true; // Only close() interrupts; what is queued is still written.
      }
    }
    writing.lock();
    try {
      writer.disconnect();
    } finally {
      writing.unlock();
    }
  }

  /** Learns of records that other processes wrote; called on any thread. */
  void lookForOthers() {
    writing.lock();
    try {
      writer.lookForOthers();
    } catch (SQLException e) {
      writer.disconnect();
      LOG.warn("The journal's database is away: {}", e.getMessage());
    } finally {
      writing.unlock();
    }
  }

  private List<Append> take() throws InterruptedException {
    var appends = new ArrayList<Append>();
    @Nullable Append next = first();
    int records = 0;
    while (next != null) {
      appends.add(next);
      records += next.records().size();
      next = records < settings.batchRecords() ? queue.poll() : null;
    }
    return appends;
  }

  /**
   * Waits for work. A lone caller comes back within microseconds; looking out for it that long is
   * faster than going to sleep and being woken.
   */
  private Append first() throws InterruptedException {
    long end = System.nanoTime() + LOOK_OUT.toNanos();
    while (System.nanoTime() < end) {
      @Nullable Append next = queue.poll();
      if (next != null) {
        return next;
      }
      Thread.onSpinWait();
    }
    return queue.take();
  }

  /** Writes until each append has its outcome. */
  private void write(List<Append> appends) {
    writing.lock();
    try {
      writer.write(appends, () -> closing);
    } catch (OutcomeUnknown e) {
      LOG.warn(
          "Nobody knows whether {} units of work were written: {}", appends.size(), e.getMessage());
      fail(appends, e);
    } catch (RuntimeException e) {
      LOG.error("The journal could not write {} units of work", appends.size(), e);
      fail(appends, e);
    } finally {
      writing.unlock();
    }
  }

  private void fail(List<Append> appends, RuntimeException reason) {
    appends.stream().filter(append -> !append.isDone()).forEach(a -> outcomes.failed(a, reason));
  }

  /** Writes what is queued and stops. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (@Nullable Append late = queue.poll(); late != null; late = queue.poll()) {
      outcomes.failed(late, new JournalUnavailable("the journal is closing"));
    }
  }
}
