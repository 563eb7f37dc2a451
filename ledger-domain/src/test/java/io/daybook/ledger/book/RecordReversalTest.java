package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.REVERSAL;
import static io.daybook.ledger.book.BookFixture.TODAY;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.posted;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;
import static io.daybook.ledger.book.BookFixture.reverse;
import static io.daybook.ledger.book.BookFixture.reversed;

import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.ReversalTooLarge;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordReversalTest {
  private static final EntryId SECOND = entryId("second reversal");

  private static List<Posting> mirror(long cents) {
    return receipt(cents).stream().map(Posting::mirrored).toList();
  }

  private static RecordReversal undo(EntryId reversal, List<Posting> postings) {
    return new RecordReversal(
        BOOK,
        reversal,
        ENTRY,
        new ReversalContent(postings, "wrong", null),
        request(reversal.value()));
  }

  private static EntryRecorded undone(EntryId reversal, List<Posting> postings) {
    return recorded(
        reversal,
        EntryContent.of(postings, "wrong", "").linked(EntryLinks.reversing(ENTRY)),
        reversal.value());
  }

  @Test
  void undoesAWholeEntry() {
    book(recorded(content(receipt(100))))
        .when(undo(REVERSAL, List.of()))
        .expectEvents(undone(REVERSAL, mirror(100)));
  }

  @Test
  void undoesWhatAProgramPosted() {
    book(posted(receipt(100)))
        .when(undo(REVERSAL, List.of()))
        .expectEvents(undone(REVERSAL, mirror(100)));
  }

  @Test
  void countsOnTheDayThatItSays() {
    LocalDate then = TODAY.minusDays(40);
    var back =
        new RecordReversal(
            BOOK, REVERSAL, ENTRY, new ReversalContent(List.of(), "wrong", then), request("r"));

    book(recorded(content(receipt(100))))
        .when(back)
        .expectEvents(
            recorded(
                REVERSAL,
                new EntryContent(
                    mirror(100), "wrong", "", null, then, Map.of(), EntryLinks.reversing(ENTRY)),
                "r"));
  }

  @Test
  void undoesInParts() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(30)))
        .when(undo(SECOND, mirror(70)))
        .expectEvents(undone(SECOND, mirror(70)));
  }

  @Test
  void undoesWhatIsLeft() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(30)))
        .when(undo(SECOND, List.of()))
        .expectEvents(undone(SECOND, mirror(70)));
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(30)))
        .when(reverse(SECOND))
        .expectEvents(reversed(SECOND, mirror(70)));
  }

  @Test
  void refusesMoreThanIsLeft() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(30)))
        .when(undo(SECOND, mirror(71)))
        .expectExceptionDetails(new ReversalTooLarge(ENTRY));
  }

  @Test
  void refusesTheSidesOfTheOriginal() {
    book(recorded(content(receipt(100))))
        .when(undo(REVERSAL, receipt(10)))
        .expectExceptionDetails(new ReversalTooLarge(ENTRY));
  }

  @Test
  void refusesWhatIsUndoneAltogether() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(100)))
        .when(undo(SECOND, List.of()))
        .expectExceptionDetails(new AlreadyReversed(ENTRY, REVERSAL));
  }

  @Test
  void changesNothingWhenRepeated() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(100)))
        .when(undo(REVERSAL, List.of()))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome(List.of()));
  }

  @Test
  void refusesARepeatOfAnotherPart() {
    book(recorded(content(receipt(100))), undone(REVERSAL, mirror(30)))
        .when(undo(REVERSAL, mirror(31)))
        .expectExceptionDetails(new EntryExistsWithDifferentContent(REVERSAL, List.of("postings")));
  }
}
