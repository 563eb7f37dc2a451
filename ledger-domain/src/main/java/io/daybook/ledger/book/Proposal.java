package io.daybook.ledger.book;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import org.jspecify.annotations.Nullable;

/** An entry that waits for a second person, or did. */
record Proposal(
    EntryId entry, EntryContent content, @Nullable RequestId request, UserId by, Status status) {
  static Proposal of(EntryProposed proposed) {
    return new Proposal(
        proposed.entry(), proposed.content(), proposed.request(), proposed.by(), Status.OPEN);
  }

  /** Where a proposal stands. */
  enum Status {
    OPEN,
    APPROVED,
    REJECTED
  }

  Proposal ended(Status as) {
    return new Proposal(entry, content, request, by, as);
  }
}
