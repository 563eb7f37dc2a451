package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.book.BatchOutcome.Result;
import io.daybook.ledger.book.BatchOutcome.Status;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookError.ApprovalNeeded;
import io.daybook.ledger.book.BookError.BatchEntryRefused;
import io.daybook.ledger.book.BookError.BatchSizeOutOfRange;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.ApprovalLimitSet;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBatchTest {
  private static final EntryId SECOND = entryId("second");
  private static final AccountTermsSet NO_OVERDRAFT =
      new AccountTermsSet(BOOK, CASH, new AccountTerms(0L, null, null));

  private static RecordBatch batch(boolean isLinked, BatchEntry... entries) {
    return new RecordBatch(BOOK, List.of(entries), isLinked, request("batch"));
  }

  private static BatchEntry item(EntryId entry, List<Posting> postings) {
    return new BatchEntry(entry, content(postings), EntryConditions.NONE);
  }

  private static EntryRecorded posted(EntryId entry, List<Posting> postings, int number) {
    EntryRecorded alone = recorded(entry, content(postings), "batch");
    EntryDecision decision = alone.decision();
    return recorded(
        entry,
        content(postings),
        new EntryDecision(
            decision.decidedAt(),
            decision.valueDate(),
            decision.cause(),
            request("batch").part(number).request()));
  }

  @Test
  void eachEntrySeesTheOnesBeforeIt() {
    book(NO_OVERDRAFT)
        .when(batch(true, item(ENTRY, receipt(10)), item(SECOND, payment(10))))
        .expectEvents(posted(ENTRY, receipt(10), 0), posted(SECOND, payment(10), 1));
  }

  @Test
  void linkedEntriesArePostedAllOrNone() {
    var refusal = new InsufficientFunds(CASH, eur(10), eur(11));

    book(NO_OVERDRAFT)
        .when(batch(true, item(ENTRY, receipt(10)), item(SECOND, payment(11))))
        .expectNoEvents()
        .expectExceptionDetails(new BatchEntryRefused(1, SECOND, refusal.code(), refusal));
  }

  @Test
  void otherEntriesAreDecidedEachForItself() {
    var refusal = new InsufficientFunds(CASH, eur(0), eur(11));

    book(NO_OVERDRAFT)
        .when(batch(false, item(SECOND, payment(11)), item(ENTRY, receipt(10))))
        .expectEvents(posted(ENTRY, receipt(10), 1))
        .expectResultMessagePayload(
            new BatchOutcome(
                List.of(posted(ENTRY, receipt(10), 1)),
                List.of(
                    new Result(SECOND, Status.REFUSED, refusal),
                    new Result(ENTRY, Status.POSTED, null))));
  }

  @Test
  void theSameEntryTwiceInABatchIsPostedOnce() {
    book()
        .when(batch(true, item(ENTRY, receipt(10)), item(ENTRY, receipt(10))))
        .expectEvents(posted(ENTRY, receipt(10), 0));
  }

  @Test
  void aRepeatedBatchChangesNothing() {
    book(posted(ENTRY, receipt(10), 0))
        .when(batch(true, item(ENTRY, receipt(10))))
        .expectNoEvents()
        .expectResultMessagePayload(
            new BatchOutcome(List.of(), List.of(new Result(ENTRY, Status.REPEATED, null))));
  }

  @Test
  void anEmptyBatchIsNone() {
    book().when(batch(true)).expectExceptionDetails(new BatchSizeOutOfRange(0, 8_192));
  }

  @Test
  void linkedEntriesMayNotNeedASecondPerson() {
    var cause = new ApprovalNeeded();

    book(new ApprovalLimitSet(BOOK, EUR, 9L))
        .when(batch(true, item(ENTRY, receipt(10))))
        .expectExceptionDetails(new BatchEntryRefused(0, ENTRY, cause.code(), cause));
  }
}
