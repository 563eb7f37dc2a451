package io.daybook.ledger.book;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a write did, or what it would do if it is a dry run.
 *
 * @param events what happens, in order; nothing if the same write was made before
 */
public record Outcome(List<BookEvent> events) implements BookResult {
  /** Copies the list. */
  public Outcome {
    events = List.copyOf(events);
  }

  @Override
  public Outcome after(List<BookEvent> earlier) {
    return new Outcome(Stream.concat(earlier.stream(), events.stream()).toList());
  }

  /** Whether the same write was made before, so that nothing changes now. */
  public boolean isRepeat() {
    return events.isEmpty();
  }
}
