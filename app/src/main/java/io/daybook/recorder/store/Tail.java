package io.daybook.recorder.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest durable events in memory, and the wake-up of those who wait for more.
 *
 * <p>Written by the appender alone, after each commit.
 */
final class Tail {
  private final JournalEntry[] ring;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
  private volatile long size;
  private volatile long ownSize;
  private long oldest;

  /** Keeps the last {@code capacity} events. */
  Tail(int capacity) {
    ring = new JournalEntry[capacity];
  }

  /** Returns how many events are durable. */
  long size() {
    return size;
  }

  /** Takes over events that just became durable; they follow the present ones without a gap. */
  void append(List<LeafRow> rows) {
    lock.lock();
    try {
      for (LeafRow row : rows) {
        ring[slot(row.leafIndex())] = row.entry();
      }
      long newSize = rows.getLast().leafIndex() + 1;
      oldest = Math.max(oldest, newSize - ring.length);
      size = newSize;
      ownSize = newSize;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(Runnable::run);
  }

  /** Returns how many events were durable when this process wrote last. */
  long ownSize() {
    return ownSize;
  }

  /**
   * Learns that the journal has {@code newSize} events; tells whether some of them are news, which
   * this process did not write.
   */
  boolean jump(long newSize) {
    lock.lock();
    try {
      if (newSize <= size) {
        return false;
      }
      size = newSize;
      oldest = newSize;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(Runnable::run);
    return true;
  }

  /** Returns up to {@code count} events from {@code index} on, or null if they are too old. */
  @Nullable List<JournalEntry> read(long index, int count) {
    lock.lock();
    try {
      if (index < oldest) {
        return null;
      }
      int available = (int) Math.min(count, Math.max(0, size - index));
      var entries = new ArrayList<JournalEntry>(available);
      for (int i = 0; i < available; i++) {
        entries.add(ring[slot(index + i)]);
      }
      return entries;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the journal has more than {@code index} events; tells whether it has. */
  boolean await(long index, long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (size <= index && nanos > 0) {
        nanos = grown.awaitNanos(nanos);
      }
      return size > index;
    } finally {
      lock.unlock();
    }
  }

  /** Calls {@code listener} after each growth, on the appender's thread: it must not block. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private int slot(long index) {
    return (int) (index % ring.length);
  }
}
