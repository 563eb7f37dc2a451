package io.daybook.recorder.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ends of the streams that were written last; only the appender's thread uses it. */
final class StreamHeads {
  private final Map<String, StreamHead> headById;

  StreamHeads(int capacity) {
    headById =
        new LinkedHashMap<>(1024, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, StreamHead> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Returns those of {@code ids} that are not known here. */
  Set<String> missing(Set<String> ids) {
    var missing = new TreeSet<>(ids);
    // Looking a head up also keeps it from being the eldest when the missing ones come.
    missing.removeIf(id -> headById.get(id) != null);
    return missing;
  }

  @Nullable StreamHead get(String id) {
    return headById.get(id);
  }

  void putAll(Map<String, StreamHead> heads) {
    headById.putAll(heads);
  }

  /** Forgets everything, because somebody else wrote to the journal. */
  void clear() {
    headById.clear();
  }
}
