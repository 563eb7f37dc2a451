package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.REVERSAL;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.posted;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.reverse;
import static io.daybook.ledger.book.BookFixture.reversed;

import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.TextTooLong;
import io.daybook.ledger.book.BookError.UnknownEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseEntryTest {
  private static final List<Posting> MIRRORED =
      receipt(100).stream().map(Posting::mirrored).toList();

  @Test
  void exchangesTheSidesOfTheEntry() {
    book(posted(receipt(100))).when(reverse(REVERSAL)).expectEvents(reversed(REVERSAL, MIRRORED));
  }

  @Test
  void reversesEvenIfTheMoneyWasSpentMeanwhile() {
    book(posted(receipt(100)), posted(entryId("spent"), payment(100)))
        .when(reverse(REVERSAL))
        .expectEvents(reversed(REVERSAL, MIRRORED));
  }

  @Test
  void changesNothingWhenRepeated() {
    book(posted(receipt(100)), reversed(REVERSAL, MIRRORED))
        .when(reverse(REVERSAL))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesASecondReversal() {
    book(posted(receipt(100)), reversed(REVERSAL, MIRRORED))
        .when(reverse(entryId("again")))
        .expectNoEvents()
        .expectExceptionDetails(new AlreadyReversed(ENTRY, REVERSAL));
  }

  @Test
  void refusesAnUnknownEntry() {
    book().when(reverse(REVERSAL)).expectExceptionDetails(new UnknownEntry(ENTRY));
  }

  @Test
  void refusesTheIdOfAnotherEntry() {
    book(posted(receipt(100)))
        .when(reverse(ENTRY))
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("description")));
  }

  @Test
  void refusesALongMemo() {
    book(posted(receipt(100)))
        .when(new ReverseEntry(BookId.MAIN, REVERSAL, ENTRY, "m".repeat(501)))
        .expectExceptionDetails(new TextTooLong(REVERSAL, "memo", 501, 500));
  }
}
