package io.daybook.ledger.book;

import java.util.List;

/**
 * What a write did, or what it would do if it is a dry run.
 *
 * @param events what happens, in order; nothing if the same write was made before
 */
public record Outcome(List<BookEvent> events) {
  /** Copies the list. */
  public Outcome {
    events = List.copyOf(events);
  }

  /** Whether the same write was made before, so that nothing changes now. */
  public boolean isRepeat() {
    return events.isEmpty();
  }
}
