package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.BookOpened;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Side;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Keeps accounts, entries and postings. */
@ProcessingGroup(ProjectionNames.BALANCES)
final class BalancesProjection {
  private static final Table ACCOUNTS =
      Table.named("accounts")
          .key("book_id", "account_id")
          .texts("kind", "currency", "normal_side")
          .bigNumbers("debits_minor", "credits_minor")
          .times("opened_at")
          .numbers("created_position");
  private static final Table ENTRIES =
      Table.named("entries")
          .key("book_id", "entry_id")
          .texts("memo", "reference", "reverses", "reversed_by")
          .times("posted_at")
          .numbers("created_position");
  private static final Table POSTINGS =
      Table.named("postings")
          .texts("book_id", "entry_id", "account_id", "side", "currency")
          .integers("line")
          .numbers("amount_minor", "created_position")
          .bigNumbers("balance_after_minor");

  private final Writes writes;
  private final PositionWriter positions;

  BalancesProjection(Writes writes, PositionWriter positions) {
    this.writes = writes;
    this.positions = positions;
  }

  @EventHandler
  void on(BookEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.BALANCES, token, time);
    switch (event) {
      case BookOpened _ -> {}
      case AccountOpened opened -> {
        RowKey account = account(opened.book(), opened.account());
        writes.change(
            rows -> rows.create(account).ifPresent(row -> open(opened, at, row)), account);
      }
      case EntryPosted posted -> post(posted, at);
      case EntryReversed reversed -> reverse(reversed, at);
    }
  }

  @ResetHandler
  void reset() {
    writes.empty(POSTINGS, ENTRIES, ACCOUNTS);
    positions.forget(ProjectionNames.BALANCES);
  }

  private void post(EntryPosted event, Recorded at) {
    RowKey entry = ENTRIES.row(event.book().value(), event.entry().value());
    writes.change(
        rows ->
            rows.create(entry)
                .ifPresent(row -> {
                  row.set("memo", event.memo())
                      .set("reference", event.reference())
                      .set("posted_at", at.time())
                      .set("created_position", at.position());
                  addPostings(entry, event.postings(), at, rows);
                }),
        needed(event.book(), event.postings(), entry));
  }

  private void reverse(EntryReversed event, Recorded at) {
    RowKey original = ENTRIES.row(event.book().value(), event.reversed().value());
    RowKey reversal = ENTRIES.row(event.book().value(), event.reversal().value());
    writes.change(
        rows -> rows.find(original).ifPresent(row -> reverse(event, at, rows, row)),
        needed(event.book(), event.postings(), original, reversal));
  }

  private static void reverse(EntryReversed event, Recorded at, Drafts rows, Draft original) {
    RowKey reversal = ENTRIES.row(event.book().value(), event.reversal().value());
    rows.create(reversal)
        .ifPresent(row -> {
          row.set("memo", event.memo())
              .set("reference", original.text("reference"))
              .set("reverses", event.reversed().value())
              .set("posted_at", at.time())
              .set("created_position", at.position());
          original.set("reversed_by", event.reversal().value());
          addPostings(reversal, event.postings(), at, rows);
        });
  }

  private static void open(AccountOpened event, Recorded at, Draft row) {
    row.set("kind", event.kind().name())
        .set("currency", event.currency().getCurrencyCode())
        .set("normal_side", event.kind().normalSide().name())
        .set("debits_minor", BigDecimal.ZERO)
        .set("credits_minor", BigDecimal.ZERO)
        .set("opened_at", at.time())
        .set("created_position", at.position());
  }

  private static void addPostings(RowKey entry, List<Posting> postings, Recorded at, Drafts rows) {
    for (Posting posting : postings) {
      rows.find(ACCOUNTS.row(entry.first(), posting.account().value()))
          .ifPresent(account -> addTurnover(account, posting));
    }
    for (int line = 0; line < postings.size(); line++) {
      Posting posting = postings.get(line);
      // An unknown account leaves the balance empty, which the table refuses.
      @Nullable BigDecimal balance =
          rows.find(ACCOUNTS.row(entry.first(), posting.account().value()))
              .map(BalancesProjection::balance)
              .orElse(null);
      rows.add(POSTINGS)
          .set("book_id", entry.first())
          .set("entry_id", entry.second())
          .set("line", line + 1)
          .set("account_id", posting.account().value())
          .set("side", posting.side().name())
          .set("currency", posting.amount().currency().getCurrencyCode())
          .set("amount_minor", posting.amount().minorUnits())
          .set("balance_after_minor", balance)
          .set("created_position", at.position());
    }
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

  private static RowKey account(BookId book, AccountId account) {
    return ACCOUNTS.row(book.value(), account.value());
  }

  private static RowKey[] needed(BookId book, List<Posting> postings, RowKey... entries) {
    return Stream.concat(
            Stream.of(entries), postings.stream().map(posting -> account(book, posting.account())))
        .toArray(RowKey[]::new);
  }
}
