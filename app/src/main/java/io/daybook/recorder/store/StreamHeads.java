package io.daybook.recorder.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Returns the streams of {@code appends} whose ends are not known here. */
  Set<String> missing(List<Append> appends) {
    var missing = new HashSet<String>();
    for (Append append : appends) {
      for (String id : append.aggregateIds()) {
        // Looking a head up also keeps it from being the eldest when the missing ones come.
        if (headById.get(id) == null) {
          missing.add(id);
        }
      }
    }
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
