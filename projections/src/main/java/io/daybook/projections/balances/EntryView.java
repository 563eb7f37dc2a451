package io.daybook.projections.balances;

import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry.
 *
 * @param reference what it is about, such as an order's id; a reversal has that of what it undoes
 * @param reverses the entry that it undoes; absent if it is no reversal
 * @param reversedBy the entry that undoes it; absent if none does
 * @param position the journal index of its event
 */
public record EntryView(
    BookId book,
    EntryId entry,
    String memo,
    String reference,
    Instant postedAt,
    @Nullable EntryId reverses,
    @Nullable EntryId reversedBy,
    long position,
    List<PostingView> postings) {
  /** Copies the list. */
  public EntryView {
    postings = List.copyOf(postings);
  }

  static EntryView of(Row row) throws SQLException {
    return new EntryView(
        row.value("book_id", BookId::new),
        row.value("entry_id", EntryId::new),
        row.text("memo"),
        row.text("reference"),
        row.instant("posted_at"),
        row.valueOrNull("reverses", EntryId::new),
        row.valueOrNull("reversed_by", EntryId::new),
        row.number("created_position"),
        List.of());
  }

  EntryView with(List<PostingView> lines) {
    return new EntryView(
        book, entry, memo, reference, postedAt, reverses, reversedBy, position, lines);
  }
}
