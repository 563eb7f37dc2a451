package io.daybook.projections.balances;

import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What entries add: themselves, their lines and what these do to balances. */
final class EntryWrites {
  static final Table ENTRIES =
      Table.named("entries")
          .key("book_id", "entry_id")
          .texts(
              "memo",
              "reference",
              "external_reference",
              "parent",
              "corrects",
              "reverses",
              "reversed_by")
          .dates("value_date")
          .times("posted_at")
          .numbers("created_position");
  static final Table POSTINGS =
      Table.named("postings")
          .texts("book_id", "entry_id", "account_id", "side", "currency")
          .integers("line")
          .numbers("amount_minor", "created_position")
          .bigNumbers("balance_after_minor")
          .dates("value_date")
          .times("posted_at");
  static final Table METADATA =
      Table.named("entry_metadata")
          .texts("book_id", "entry_id", "name", "value")
          .numbers("created_position");

  private final Writes writes;

  EntryWrites(Writes writes) {
    this.writes = writes;
  }

  /** An entry, whatever event it came by. */
  private record Entry(RowKey row, EntryContent content, LocalDate valueDate, Recorded at) {
    static Entry of(BookId book, EntryId id, EntryContent content, Recorded at) {
      LocalDate day = LocalDate.ofInstant(at.time(), ZoneOffset.UTC);
      return new Entry(ENTRIES.row(book.value(), id.value()), content, day, at);
    }

    @Nullable RowKey reversed() {
      EntryId reversed = content.links().reverses();
      return reversed == null ? null : ENTRIES.row(row.first(), reversed.value());
    }
  }

  void post(EntryPosted event, Recorded at) {
    var content = EntryContent.of(event.postings(), event.memo(), event.reference());
    add(Entry.of(event.book(), event.entry(), content, at));
  }

  void reverse(EntryReversed event, Recorded at) {
    var content =
        EntryContent.of(event.postings(), event.memo(), "")
            .linked(EntryLinks.reversing(event.reversed()));
    add(Entry.of(event.book(), event.reversal(), content, at));
  }

  void record(EntryRecorded event, Recorded at) {
    RowKey row = ENTRIES.row(event.book().value(), event.entry().value());
    add(new Entry(row, event.content(), event.decision().valueDate(), at));
  }

  private void add(Entry entry) {
    var needed = new LinkedHashSet<RowKey>();
    needed.add(entry.row());
    RowKey reversed = entry.reversed();
    if (reversed != null) {
      needed.add(reversed);
    }
    entry.content().postings().forEach(posting -> needed.add(account(entry, posting)));
    writes.change(
        rows -> rows.create(entry.row()).ifPresent(row -> fill(entry, row, rows)),
        needed.toArray(RowKey[]::new));
  }

  private static void fill(Entry entry, Draft row, Drafts rows) {
    EntryContent content = entry.content();
    row.set("memo", content.memo())
        .set("reference", reference(entry, rows))
        .set("external_reference", content.externalReference())
        .set("value_date", entry.valueDate())
        .set("parent", text(content.links().parent()))
        .set("corrects", text(content.links().corrects()))
        .set("reverses", text(content.links().reverses()))
        .set("posted_at", entry.at().time())
        .set("created_position", entry.at().position());
    content
        .metadata()
        .forEach((name, value) ->
            rows.add(METADATA)
                .set("book_id", entry.row().first())
                .set("entry_id", entry.row().second())
                .set("name", name)
                .set("value", value)
                .set("created_position", entry.at().position()));
    addPostings(entry, rows);
  }

  /** Returns what the entry is about; a reversal is about what its original is. */
  private static String reference(Entry entry, Drafts rows) {
    RowKey reversed = entry.reversed();
    if (reversed == null) {
      return entry.content().reference();
    }
    Draft original = rows.find(reversed).orElseThrow();
    original.set("reversed_by", entry.row().second());
    return original.text("reference");
  }

  private static @Nullable String text(@Nullable EntryId id) {
    return id == null ? null : id.value();
  }

  private static void addPostings(Entry entry, Drafts rows) {
    List<Posting> postings = entry.content().postings();
    var moved = new LinkedHashSet<Draft>();
    for (Posting posting : postings) {
      rows.find(account(entry, posting))
          .ifPresent(account -> {
            addTurnover(account, posting);
            moved.add(account);
          });
    }
    moved.forEach(account -> account.set("version", account.number("version") + 1));
    for (int line = 0; line < postings.size(); line++) {
      addLine(entry, postings.get(line), line + 1, rows);
    }
  }

  private static void addLine(Entry entry, Posting posting, int number, Drafts rows) {
    // An unknown account leaves the balance empty, which the table refuses.
    @Nullable BigDecimal balance =
        rows.find(account(entry, posting)).map(EntryWrites::balance).orElse(null);
    rows.add(POSTINGS)
        .set("book_id", entry.row().first())
        .set("entry_id", entry.row().second())
        .set("line", number)
        .set("account_id", posting.account().value())
        .set("side", posting.side().name())
        .set("currency", posting.amount().currency().getCurrencyCode())
        .set("amount_minor", posting.amount().minorUnits())
        .set("balance_after_minor", balance)
        .set("value_date", entry.valueDate())
        .set("posted_at", entry.at().time())
        .set("created_position", entry.at().position());
  }

  private static void addTurnover(Draft account, Posting posting) {
    String turnover = posting.side() == Side.DEBIT ? "debits_minor" : "credits_minor";
    account.set(
        turnover,
        account.bigNumber(turnover).add(BigDecimal.valueOf(posting.amount().minorUnits())));
  }

  private static BigDecimal balance(Draft account) {
    BigDecimal debits = account.bigNumber("debits_minor");
    BigDecimal credits = account.bigNumber("credits_minor");
    return account.text("normal_side").equals(Side.DEBIT.name())
        ? debits.subtract(credits)
        : credits.subtract(debits);
  }

  private static RowKey account(Entry entry, Posting posting) {
    return AccountWrites.ACCOUNTS.row(entry.row().first(), posting.account().value());
  }
}
