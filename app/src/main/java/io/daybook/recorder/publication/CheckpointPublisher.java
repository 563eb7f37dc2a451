package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a checkpoint of the grown journal at most once in an interval, or after so many new leaves.
 *
 * <p>It first derives the root from the stored records again. If that is not the root that the
 * writer kept, somebody has changed the tables, and it refuses to sign.
 */
public final class CheckpointPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointPublisher.class);

  private final CheckpointSigning signing;
  private final LogTables tables;
  private final LogTiles tiles;
  private final Clock clock;
  private final Schedule schedule;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile boolean closed;
  private volatile long published;

  /**
   * When to sign.
   *
   * @param durableSize how many records are durable
   * @param interval how long a record may wait
   * @param leaves how many records may wait
   */
  record Schedule(LongSupplier durableSize, Duration interval, int leaves) {}

  CheckpointPublisher(
      CheckpointSigning signing, LogTables tables, LogTiles tiles, Clock clock, Schedule schedule) {
    this.signing = signing;
    this.tables = tables;
    this.tiles = tiles;
    this.clock = clock;
    this.schedule = schedule;
    this.thread = Thread.ofPlatform().name("journal-publisher").daemon().unstarted(this::run);
  }

  /** Publishes what there is and starts to watch. */
  void start() {
    thread.start();
    grown();
  }

  /** Tells that the journal has grown; never blocks for long. */
  void grown() {
    long waiting = schedule.durableSize().getAsLong() - published;
    if (waiting > 0) {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void run() {
    try {
      while (!closed) {
        awaitGrowth();
        publishSafely();
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Only close() interrupts.
    }
    publishSafely();
  }

  private void awaitGrowth() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && schedule.durableSize().getAsLong() <= published) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end of the interval, or for enough leaves. */
  private void pause() throws InterruptedException {
    long nanos = schedule.interval().toNanos();
    lock.lockInterruptibly();
    try {
      while (!closed && nanos > 0 && !hasEnough()) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean hasEnough() {
    return schedule.durableSize().getAsLong() - published >= schedule.leaves();
  }

  private void publishSafely() {
    try {
      publish();
    } catch (RuntimeException e) {
      LOG.warn("No checkpoint now: {}", e.getMessage());
    }
  }

  /** Signs and stores a checkpoint of the journal as it is, unless there is one already. */
  void publish() {
    // Before the size is read: what the checkpoint does not cover was recorded after this moment.
    Instant now = clock.instant();
    Frontier head = tables.frontier();
    if (head.size() == 0 || tables.checkpoint(head.size()).isPresent()) {
      published = head.size();
      return;
    }
    if (isIntact(head)) {
      var note = signing.sign(head.size(), head.root(), now);
      tables.storeCheckpoint(head.size(), note.format());
    }
    published = head.size();
  }

  private boolean isIntact(Frontier head) {
    String found;
    try {
      tiles.complete(head.size());
      RecordHash derived = tiles.root(head.size());
      if (derived.equals(head.root())) {
        return true;
      }
      found = "give the root " + derived + " where " + head.root() + " was written";
    } catch (RowsMissing e) {
      found = "are not all there, " + e.getMessage();
    }
    LOG.error(
        "The first {} records of the journal {}: the tables were changed. No checkpoint is signed.",
        head.size(),
        found);
    return false;
  }

  /** Publishes the rest and stops. */
  @Override
  public void close() {
    closed = true;
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
