package io.daybook.recorder.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest append of each aggregate that is not durable yet. */
final class InFlight {
  private final Map<String, Append> appendById = new ConcurrentHashMap<>();

  void add(Append append) {
    append.aggregateIds().forEach(id -> appendById.put(id, append));
  }

  void remove(Append append) {
    append.aggregateIds().forEach(id -> appendById.remove(id, append));
  }

  Optional<Append> newest(String aggregateId) {
    return Optional.ofNullable(appendById.get(aggregateId));
  }
}
