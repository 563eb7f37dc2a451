package io.daybook.recorder.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last, up to a fixed number.
 *
 * <p>Unlike Axon's weak references it does not forget them whenever memory is collected. Listeners
 * are not supported, because nothing here needs them.
 */
final class AggregateCache implements Cache {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Object, Object> valueByKey;

  AggregateCache(int capacity) {
    valueByKey =
        new LinkedHashMap<>(256, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > capacity;
          }
        };
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The interface is like this.
  public <K, V> @Nullable V get(K key) {
    lock.lock();
    try {
      return (V) valueByKey.get(key);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void put(Object key, Object value) {
    Optional<Attempt> idle = Attempt.current().filter(Attempt::changesNothing);
    lock.lock();
    try {
      // What was decided ahead on may have failed and been forgotten meanwhile.
      if (idle.isEmpty() || !(idle.get().isAhead() || valueByKey.containsKey(key))) {
        valueByKey.put(key, value);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    lock.lock();
    try {
      return valueByKey.putIfAbsent(key, value) == null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets an aggregate, but not for a command that was refused: Axon forgets one after every
   * rollback, and the next command would read all of a large book again.
   */
  @Override
  public boolean remove(Object key) {
    if (Attempt.current().filter(Attempt::changesNothing).isPresent()) {
      return false;
    }
    lock.lock();
    try {
      return valueByKey.remove(key) != null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void removeAll() {
    lock.lock();
    try {
      valueByKey.clear();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean containsKey(Object key) {
    lock.lock();
    try {
      return valueByKey.containsKey(key);
    } finally {
      lock.unlock();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The caller names the type of its own value.
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    lock.lock();
    try {
      valueByKey.computeIfPresent(key, (k, value) -> update.apply((V) value));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("this cache has no listeners");
  }
}
