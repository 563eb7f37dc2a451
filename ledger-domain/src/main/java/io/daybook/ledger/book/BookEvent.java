package io.daybook.ledger.book;

import java.util.Currency;
import java.util.List;

/** What happened to a book. */
public sealed interface BookEvent {
  /** Returns the book that it happened to. */
  BookId book();

  /** A book was opened. */
  record BookOpened(BookId book) implements BookEvent {}

  /** An account was opened. */
  record AccountOpened(BookId book, AccountId account, AccountKind kind, Currency currency)
      implements BookEvent {}

  /** A balanced journal entry was posted. */
  record EntryPosted(
      BookId book, EntryId entry, List<Posting> postings, String memo, String reference)
      implements BookEvent {
    /** Copies the list. */
    public EntryPosted {
      postings = List.copyOf(postings);
    }
  }

  /** An entry was undone by a new one with its sides exchanged. */
  record EntryReversed(
      BookId book, EntryId reversal, EntryId reversed, List<Posting> postings, String memo)
      implements BookEvent {
    /** Copies the list. */
    public EntryReversed {
      postings = List.copyOf(postings);
    }
  }
}
