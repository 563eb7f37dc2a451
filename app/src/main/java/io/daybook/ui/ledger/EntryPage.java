package io.daybook.ui.ledger;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import io.daybook.projections.balances.EntryView;
import io.daybook.projections.balances.PostingView;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry and where its proof is.
 *
 * @param eventId of the event that recorded it; its proof is found by it
 */
record EntryPage(
    String entry,
    String memo,
    String reference,
    String postedAt,
    String reverses,
    String reversedBy,
    long position,
    String eventId,
    List<Row> rows) {

  record Row(String account, String debit, String credit) {}

  static EntryPage of(EntryView entry, String eventId) {
    return new EntryPage(
        entry.entry().value(),
        entry.memo(),
        entry.reference(),
        Shown.time(entry.postedAt()),
        text(entry.reverses()),
        text(entry.reversedBy()),
        entry.position(),
        eventId,
        entry.postings().stream().map(EntryPage::row).toList());
  }

  private static String text(@Nullable EntryId entry) {
    return entry == null ? "" : entry.value();
  }

  private static Row row(PostingView posting) {
    String amount =
        Shown.amount(
            BigInteger.valueOf(posting.amount().minorUnits()), posting.amount().currency());
    return new Row(
        posting.account().value(),
        posting.side() == Side.DEBIT ? amount : "",
        posting.side() == Side.CREDIT ? amount : "");
  }
}
