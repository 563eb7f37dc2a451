package io.daybook.ledger.book;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.BookOpened;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.EntryReversed;
import io.daybook.ledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A book with the accounts that the tests post to, and short words for its messages. */
final class BookFixture {
  static final BookId BOOK = BookId.MAIN;
  static final Currency EUR = Currency.getInstance("EUR");
  static final Currency JPY = Currency.getInstance("JPY");
  static final AccountId CASH = new AccountId("cash:EUR");
  static final AccountId OWED = new AccountId("owed:EUR");
  static final AccountId YEN = new AccountId("cash:JPY");
  static final UserId BY = new UserId(DerivedId.of("usr", "fiona"));
  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final EntryId ENTRY = entryId("first");
  static final EntryId REVERSAL = entryId("reversal");

  private BookFixture() {}

  static TestExecutor<Book> book(Object... more) {
    var fixture = new AggregateTestFixture<>(Book.class);
    // The check compares mutable accounts by identity; the property test compares their balances.
    fixture.setReportIllegalStateChange(false);
    return fixture
        .given(
            new BookOpened(BOOK),
            new AccountOpened(BOOK, CASH, AccountKind.ASSET, EUR),
            new AccountOpened(BOOK, OWED, AccountKind.LIABILITY, EUR),
            new AccountOpened(BOOK, YEN, AccountKind.ASSET, JPY))
        .andGiven(more);
  }

  static EntryId entryId(String name) {
    return new EntryId(DerivedId.of("ent", name));
  }

  static Money eur(long cents) {
    return new Money(EUR, cents);
  }

  static List<Posting> receipt(long cents) {
    return List.of(Posting.debit(CASH, eur(cents)), Posting.credit(OWED, eur(cents)));
  }

  static List<Posting> payment(long cents) {
    return List.of(Posting.debit(OWED, eur(cents)), Posting.credit(CASH, eur(cents)));
  }

  static PostEntry post(List<Posting> postings, AccountId... mayNotOverdraw) {
    return new PostEntry(BOOK, ENTRY, postings, "memo", "ref", List.of(mayNotOverdraw));
  }

  static EntryPosted posted(List<Posting> postings) {
    return posted(ENTRY, postings);
  }

  static EntryPosted posted(EntryId entry, List<Posting> postings) {
    return new EntryPosted(BOOK, entry, postings, "memo", "ref");
  }

  static ReverseEntry reverse(EntryId reversal) {
    return new ReverseEntry(BOOK, reversal, ENTRY, "wrong");
  }

  static EntryReversed reversed(EntryId reversal, List<Posting> mirrored) {
    return new EntryReversed(BOOK, reversal, ENTRY, mirrored, "wrong");
  }

  static EntryContent content(List<Posting> postings) {
    return EntryContent.of(postings, "memo", "ref");
  }

  static WriteRequest request(String name) {
    return new WriteRequest(BY, NOON, new RequestId(DerivedId.of("req", name)));
  }

  static RecordEntry record(EntryContent content) {
    return new RecordEntry(BOOK, ENTRY, content, EntryConditions.NONE, request("first"));
  }

  static EntryRecorded recorded(EntryContent content) {
    return recorded(ENTRY, content, "first");
  }

  static EntryRecorded recorded(EntryId entry, EntryContent content, String request) {
    LocalDate day = content.valueDate() == null ? TODAY : content.valueDate();
    EntryCause cause = content.links().reverses() == null ? EntryCause.POSTED : EntryCause.REVERSED;
    return recorded(
        entry, content, new EntryDecision(NOON, day, cause, request(request).request()));
  }

  static EntryRecorded recorded(EntryId entry, EntryContent content, EntryDecision decision) {
    return new EntryRecorded(BOOK, entry, content, decision);
  }
}
