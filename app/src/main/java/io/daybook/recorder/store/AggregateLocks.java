package io.daybook.recorder.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.jspecify.annotations.Nullable;

/**
 * One lock for each aggregate in use, given back as soon as the unit of work's events are queued.
 *
 * <p>The next command then decides on the new state while the events are being made durable; {@link
 * Attempt} remembers on what. Locks are reentrant and their release may be repeated.
 */
final class AggregateLocks implements LockFactory {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Map<String, Entry> entryById = new ConcurrentHashMap<>();
  private final InFlight inFlight;

  AggregateLocks(InFlight inFlight) {
    this.inFlight = inFlight;
  }

  @Override
  public Lock obtainLock(String identifier) {
    Entry entry = entryById.compute(identifier, (id, present) -> Entry.used(present));
    if (!lock(entry)) {
      leave(identifier);
      throw new LockAcquisitionFailedException("no lock on " + identifier + " for " + LONGEST_WAIT);
    }
    var held = new Held(identifier, entry.lock);
    Attempt.current()
        .ifPresent(attempt -> {
          attempt.holds(held);
          inFlight.newest(identifier).ifPresent(attempt::decidesOn);
        });
    return held;
  }

  private static boolean lock(Entry entry) {
    try {
      return entry.lock.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void leave(String identifier) {
    entryById.computeIfPresent(identifier, (id, entry) -> --entry.users == 0 ? null : entry);
  }

  /** A lock and how many hold it or wait for it; the number changes under the map's own lock. */
  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock();
    private int users;

    static Entry used(@Nullable Entry present) {
      Entry entry = present == null ? new Entry() : present;
      entry.users++;
      return entry;
    }
  }

  /** One obtained lock. Only the thread that obtained it uses it. */
  final class Held implements Lock {
    private final String identifier;
    private final ReentrantLock lock;
    private boolean released;

    Held(String identifier, ReentrantLock lock) {
      this.identifier = identifier;
      this.lock = lock;
    }

    @Override
    public void release() {
      if (!released) {
        released = true;
        lock.unlock();
        leave(identifier);
      }
    }

    @Override
    public boolean isHeld() {
      return !released;
    }
  }
}
