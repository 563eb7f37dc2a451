package io.daybook.projections.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param data the rows, in the list's order
 * @param next the cursor to ask for the part after this one; absent on the last
 * @param hasMore whether there was more when this part was read
 */
public record Page<T>(List<T> data, @Nullable String next, boolean hasMore) {
  /** Copies the list. */
  public Page {
    data = List.copyOf(data);
  }

  /** Returns this part with each row as {@code function} makes it. */
  public <R> Page<R> map(Function<? super T, ? extends R> function) {
    return new Page<>(data.stream().<R>map(function).toList(), next, hasMore);
  }
}
