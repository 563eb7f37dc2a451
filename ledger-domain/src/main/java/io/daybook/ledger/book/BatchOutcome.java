package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of entries did, or what it would do if it is a dry run.
 *
 * @param events what happens, in order
 * @param results one for each entry, in the order of the batch
 */
public record BatchOutcome(List<BookEvent> events, List<Result> results) implements BookResult {
  /** Copies the lists. */
  public BatchOutcome {
    events = List.copyOf(events);
    results = List.copyOf(results);
  }

  @Override
  public BatchOutcome after(List<BookEvent> earlier) {
    return new BatchOutcome(Stream.concat(earlier.stream(), events.stream()).toList(), results);
  }

  /**
   * What became of one entry.
   *
   * @param refusal why it was refused; absent if it was not
   */
  public record Result(EntryId entry, Status status, @Nullable DomainError refusal) {}

  /** How one entry ended. */
  public enum Status {
    /** It was posted. */
    POSTED,
    /** It was posted before. */
    REPEATED,
    /** It waits for a second person. */
    PROPOSED,
    /** It was refused, and the others were not. */
    REFUSED
  }
}
