package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.BY;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.NOON;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.DoForRequest;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookError.AccountNotEmpty;
import io.daybook.ledger.book.BookError.VersionMismatch;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DoForRequestTest {
  private static final AccountTerms TERMS = new AccountTerms(0L, null, null);
  private static final SetAccountTerms SET = new SetAccountTerms(BOOK, CASH, TERMS);

  private static WriteRequest expecting(long version) {
    return new WriteRequest(BY, NOON, request("second").request(), null, Map.of(CASH, version));
  }

  @Test
  void doesWhatTheCommandDoes() {
    book()
        .when(new DoForRequest(BOOK, SET, request("first")))
        .expectEvents(new AccountTermsSet(BOOK, CASH, TERMS));
  }

  @Test
  void recordsItsRefusal() {
    var asked = new WriteRequest(BY, NOON, request("second").request(), "hash");
    var refusal = Refusal.of("hash", new AccountNotEmpty(CASH, BookFixture.eur(5)));
    book(recorded(content(receipt(5))))
        .when(new DoForRequest(BOOK, new CloseAccount(BOOK, CASH), asked))
        .expectEvents(
            new WriteRefused(BOOK, Objects.requireNonNull(asked.request()), refusal, BY, NOON));
  }

  @Test
  void doesNothingIfAnAccountWasMovedMeanwhile() {
    book(recorded(content(receipt(5))))
        .when(new DoForRequest(BOOK, SET, expecting(1)))
        .expectEvents(new AccountTermsSet(BOOK, CASH, TERMS));
    book(recorded(content(receipt(5))))
        .when(new DoForRequest(BOOK, SET, expecting(0)))
        .expectNoEvents()
        .expectExceptionDetails(new VersionMismatch(CASH, 0, 1));
  }

  @Test
  void expectsVersionsOfOtherCommandsToo() {
    EntryId reversal = BookFixture.REVERSAL;
    var undo = new ReversalContent(List.of(), "wrong", null);
    book(recorded(content(receipt(5))))
        .when(new RecordReversal(BOOK, reversal, ENTRY, undo, expecting(2)))
        .expectNoEvents()
        .expectExceptionDetails(new VersionMismatch(CASH, 2, 1));
  }

  @Test
  void knowsARepeatAlthoughTheVersionIsAnotherSince() {
    book(new AccountTermsSet(BOOK, CASH, TERMS), recorded(content(receipt(5))))
        .when(new DoForRequest(BOOK, SET, expecting(0)))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome(List.of()));
  }
}
