package io.daybook.feed;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are asked for; what is absent does not restrict.
 *
 * @param types names of {@link ChangeTypes}, at least one
 */
public record ChangeFilter(
    @Nullable String aggregateType, @Nullable String aggregateId, Set<String> types) {
  /** Copies the set. */
  public ChangeFilter {
    types = Set.copyOf(types);
  }
}
