package io.daybook.ledger.book;

import io.daybook.ledger.book.BookCommand.RecordEntry;
import java.util.List;

/**
 * How an entry is to be recorded whose lines follow from something else.
 *
 * @param entry made by the client; the same id with the same content changes nothing
 * @param memo up to 500 characters for people; no personal data
 */
public record EntryRecording(EntryId entry, String memo, WriteRequest request) {
  RecordEntry with(BookId book, List<Posting> postings, String reference) {
    return new RecordEntry(
        book, entry, EntryContent.of(postings, memo, reference), EntryConditions.NONE, request);
  }
}
