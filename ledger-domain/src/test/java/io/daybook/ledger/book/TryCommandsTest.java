package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.record;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.book.BatchOutcome.Result;
import io.daybook.ledger.book.BatchOutcome.Status;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.TryCommands;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryCommandsTest {
  private static final AccountId TILL = new AccountId("till:EUR");
  private static final OpenAccount OPEN_TILL = new OpenAccount(BOOK, TILL, AccountKind.ASSET, EUR);

  private static List<Posting> outOfTheTill(long cents) {
    return List.of(Posting.debit(OWED, eur(cents)), Posting.credit(TILL, eur(cents)));
  }

  private static TryCommands attempt(BookCommand... commands) {
    return new TryCommands(BOOK, List.of(commands));
  }

  @Test
  void answersWhatTheCommandWouldAndChangesNothing() {
    book()
        .when(attempt(record(content(receipt(5)))))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome(List.of(recorded(content(receipt(5))))));
    book()
        .when(attempt(OPEN_TILL))
        .expectNoEvents()
        .expectResultMessagePayload(
            new Outcome(List.of(new AccountOpened(BOOK, TILL, AccountKind.ASSET, EUR))));
  }

  @Test
  void decidesOnWhatTheCommandsBeforeWouldLeave() {
    book()
        .when(attempt(OPEN_TILL, record(content(outOfTheTill(5)))))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome(List.of(recorded(content(outOfTheTill(5))))));
    book()
        .when(
            attempt(
                OPEN_TILL,
                new SetAccountTerms(BOOK, TILL, new AccountTerms(0L, null, null)),
                record(content(outOfTheTill(5)))))
        .expectNoEvents()
        .expectExceptionDetails(new InsufficientFunds(TILL, eur(0), eur(5)));
  }

  @Test
  void refusesAsTheCommandWould() {
    book()
        .when(attempt(record(content(outOfTheTill(5)))))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownAccount(TILL));
  }

  @Test
  void triesABatchEntryByEntry() {
    var batch =
        new RecordBatch(
            BOOK,
            List.of(new BatchEntry(ENTRY, content(outOfTheTill(5)), EntryConditions.NONE)),
            false,
            request("first"));
    book()
        .when(attempt(batch))
        .expectNoEvents()
        .expectResultMessagePayload(
            new BatchOutcome(
                List.of(), List.of(new Result(ENTRY, Status.REFUSED, new UnknownAccount(TILL)))));
  }
}
