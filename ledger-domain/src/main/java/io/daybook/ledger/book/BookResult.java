package io.daybook.ledger.book;

import java.util.List;

/** What a command did to a book, or what it would do if it is only tried. */
public sealed interface BookResult permits Outcome, BatchOutcome {
  /** Returns what happens, in order; nothing if the same was done before. */
  List<BookEvent> events();

  /** Returns this as what happens after {@code earlier}. */
  BookResult after(List<BookEvent> earlier);
}
