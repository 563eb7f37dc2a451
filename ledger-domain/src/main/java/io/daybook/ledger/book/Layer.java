package io.daybook.ledger.book;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, perhaps on top of another layer: what is not found here is looked up below, and
 * nothing that is changed here is changed there.
 */
final class Layer<K, V> {
  private final @Nullable Layer<K, V> below;
  private final UnaryOperator<V> copier;
  private final Map<K, V> own = new HashMap<>();

  private Layer(@Nullable Layer<K, V> below, UnaryOperator<V> copier) {
    this.below = below;
    this.copier = copier;
  }

  /** Returns an empty layer with nothing below; {@code copier} copies a value that can change. */
  static <K, V> Layer<K, V> bottom(UnaryOperator<V> copier) {
    return new Layer<>(null, copier);
  }

  /** Returns an empty layer with nothing below, for values that never change. */
  static <K, V> Layer<K, V> ofConstants() {
    return bottom(UnaryOperator.identity());
  }

  /** Returns an empty layer on top of this one. */
  Layer<K, V> fork() {
    return new Layer<>(this, copier);
  }

  /** Returns the value to read. */
  @Nullable V find(K key) {
    for (Layer<K, V> layer = this; layer != null; layer = layer.below) {
      @Nullable V value = layer.own.get(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * Returns the value to change.
   *
   * @throws IllegalStateException if there is none
   */
  V change(K key) {
    @Nullable V value = own.get(key);
    if (value != null) {
      return value;
    }
    @Nullable V lower = find(key);
    if (lower == null) {
      throw new IllegalStateException("there is no " + key);
    }
    V copy = copier.apply(lower);
    own.put(key, copy);
    return copy;
  }

  void put(K key, V value) {
    own.put(key, value);
  }

  /** Returns how many keys there are, if no layer has one of a layer below. */
  int size() {
    return own.size() + (below == null ? 0 : below.size());
  }

  /** Returns the keys and values of this layer alone. */
  Collection<Map.Entry<K, V>> entries() {
    return Collections.unmodifiableCollection(own.entrySet());
  }
}
