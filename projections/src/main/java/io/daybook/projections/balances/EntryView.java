package io.daybook.projections.balances;

import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry.
 *
 * @param reference what it is about, such as an order's id; a reversal has that of what it undoes
 * @param externalReference what the outside calls this very entry
 * @param valueDate the day on which it counts
 * @param postedAt when it was recorded
 * @param links what it follows from
 * @param reversedBy the entry that undoes it, the last if it is undone in parts
 * @param position the journal index of its event
 */
public record EntryView(
    BookId book,
    EntryId entry,
    String memo,
    String reference,
    @Nullable String externalReference,
    LocalDate valueDate,
    Instant postedAt,
    EntryLinks links,
    @Nullable EntryId reversedBy,
    long position,
    Map<String, String> metadata,
    List<PostingView> postings) {
  /** Copies the list and the map. */
  public EntryView {
    metadata = Map.copyOf(metadata);
    postings = List.copyOf(postings);
  }

  /** Returns the entry that this one undoes. */
  public @Nullable EntryId reverses() {
    return links.reverses();
  }

  static EntryView of(Row row) throws SQLException {
    return new EntryView(
        row.value("book_id", BookId::new),
        row.value("entry_id", EntryId::new),
        row.text("memo"),
        row.text("reference"),
        row.textOrNull("external_reference"),
        row.date("value_date"),
        row.instant("posted_at"),
        new EntryLinks(
            row.valueOrNull("parent", EntryId::new),
            row.valueOrNull("reverses", EntryId::new),
            row.valueOrNull("corrects", EntryId::new)),
        row.valueOrNull("reversed_by", EntryId::new),
        row.number("created_position"),
        Map.of(),
        List.of());
  }

  EntryView with(List<PostingView> lines, Map<String, String> described) {
    return new EntryView(
        book,
        entry,
        memo,
        reference,
        externalReference,
        valueDate,
        postedAt,
        links,
        reversedBy,
        position,
        described,
        lines);
  }
}
