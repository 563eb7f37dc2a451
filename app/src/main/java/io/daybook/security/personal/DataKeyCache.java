package io.daybook.security.personal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The data keys that were used last, in memory for a short while: another process may destroy one.
 *
 * <p>Who read a key before keys were forgotten and comes to keep it after that is too late; the
 * generation tells.
 */
final class DataKeyCache {
  static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final int CAPACITY = 10_000;

  private final Clock clock;
  private final Lock lock = new ReentrantLock();
  private final Map<String, Kept> entries =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > CAPACITY;
        }
      };
  private long generation;

  DataKeyCache(Clock clock) {
    this.clock = clock;
  }

  private record Kept(DataKey key, Instant until) {}

  /** Returns which forgetting was the last. */
  long generation() {
    lock.lock();
    try {
      return generation;
    } finally {
      lock.unlock();
    }
  }

  @Nullable DataKey get(String keyId) {
    lock.lock();
    try {
      @Nullable Kept entry = entries.get(keyId);
      return entry == null || clock.instant().isAfter(entry.until()) ? null : entry.key();
    } finally {
      lock.unlock();
    }
  }

  void put(DataKey key, long readAt) {
    lock.lock();
    try {
      if (readAt == generation) {
        entries.put(key.id(), new Kept(key, clock.instant().plus(LIFETIME)));
      }
    } finally {
      lock.unlock();
    }
  }

  void forget(Collection<String> keyIds) {
    lock.lock();
    try {
      generation++;
      entries.keySet().removeAll(keyIds);
    } finally {
      lock.unlock();
    }
  }
}
