package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.BY;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.NOON;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.book.BatchOutcome.Result;
import io.daybook.ledger.book.BatchOutcome.Status;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.TryCommands;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.RefusedRequestReused;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RememberRefusalTest {
  private static final AccountId TILL = new AccountId("till:EUR");
  private static final RequestId REQUEST = Objects.requireNonNull(request("first").request());
  private static final List<Posting> SALE =
      List.of(Posting.debit(TILL, eur(5)), Posting.credit(CASH, eur(5)));
  private static final WriteRefused REFUSED = refused(REQUEST, "hash");
  private static final AccountOpened OPENED = new AccountOpened(BOOK, TILL, AccountKind.ASSET, EUR);

  private static WriteRefused refused(RequestId request, String hash) {
    return new WriteRefused(BOOK, request, Refusal.of(hash, new UnknownAccount(TILL)), BY, NOON);
  }

  private static WriteRequest asking(String hash) {
    return new WriteRequest(BY, NOON, REQUEST, hash);
  }

  private static RecordEntry sale(WriteRequest request) {
    return new RecordEntry(BOOK, ENTRY, content(SALE), EntryConditions.NONE, request);
  }

  @Test
  void recordsARefusalAsAFact() {
    book()
        .when(sale(asking("hash")))
        .expectEvents(REFUSED)
        .expectResultMessagePayload(new Outcome(List.of(REFUSED)));
  }

  @Test
  void answersTheSameAgainWhateverHasChangedSince() {
    book(REFUSED, OPENED)
        .when(sale(asking("hash")))
        .expectNoEvents()
        .expectExceptionDetails(new RefusedBefore(REFUSED.refusal()));
  }

  @Test
  void takesTheSameWriteUnderAnotherRequest() {
    book(REFUSED, OPENED)
        .when(sale(request("second")))
        .expectEvents(recorded(ENTRY, content(SALE), "second"));
  }

  @Test
  void refusesTheRequestWithOtherContentWithoutAnotherFact() {
    book(REFUSED, OPENED)
        .when(sale(asking("other")))
        .expectNoEvents()
        .expectExceptionDetails(new RefusedRequestReused(REQUEST));
  }

  @Test
  void remembersNothingForWhoDoesNotWantIt() {
    book()
        .when(sale(new WriteRequest(BY, NOON, REQUEST)))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownAccount(TILL));
    book()
        .when(sale(new WriteRequest(BY, NOON, null, "hash")))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownAccount(TILL));
  }

  @Test
  void staysWhatWasDoneWhenTheRequestSaysSomethingElse() {
    var done = recorded(content(receipt(5)));
    book(done, OPENED)
        .when(sale(asking("hash")))
        .expectNoEvents()
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("postings")));
  }

  @Test
  void recordsNothingOfWhatIsOnlyTried() {
    book()
        .when(new TryCommands(BOOK, List.of(sale(asking("hash")))))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownAccount(TILL));
  }

  private static RecordBatch batch() {
    return new RecordBatch(
        BOOK,
        List.of(
            new BatchEntry(ENTRY, content(SALE), EntryConditions.NONE),
            new BatchEntry(entryId("second"), content(receipt(1)), EntryConditions.NONE)),
        false,
        asking("whole"));
  }

  private static final RequestId FIRST_PART =
      Objects.requireNonNull(asking("whole").part(0).request());
  private static final WriteRefused PART_REFUSED =
      refused(FIRST_PART, PostedEntry.hashOf(content(SALE)));

  @Test
  void remembersEachRefusedEntryOfABatch() {
    var posted =
        recorded(
            entryId("second"),
            content(receipt(1)),
            new EntryDecision(
                NOON, BookFixture.TODAY, EntryCause.POSTED, asking("whole").part(1).request()));
    book().when(batch()).expectEvents(PART_REFUSED, posted);
    book(PART_REFUSED, posted, OPENED)
        .when(batch())
        .expectNoEvents()
        .expectResultMessagePayload(
            new BatchOutcome(
                List.of(),
                List.of(
                    new Result(ENTRY, Status.REFUSED, new RefusedBefore(PART_REFUSED.refusal())),
                    new Result(entryId("second"), Status.REPEATED, null))));
  }
}
