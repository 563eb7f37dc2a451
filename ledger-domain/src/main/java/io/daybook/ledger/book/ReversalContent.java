package io.daybook.ledger.book;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reversal says.
 *
 * @param postings the part to undo, on the sides on which it is undone; empty for all that is left
 * @param memo up to 500 characters for people; no personal data
 * @param valueDate the day on which the reversal counts; absent for the day on which it is recorded
 */
public record ReversalContent(List<Posting> postings, String memo, @Nullable LocalDate valueDate) {
  /** Copies the list. */
  public ReversalContent {
    postings = List.copyOf(postings);
  }
}
