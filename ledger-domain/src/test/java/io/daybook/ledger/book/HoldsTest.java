package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.BY;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.NOON;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.TODAY;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.posted;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.record;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.CaptureHoldGroup;
import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.ExpireFundsHolds;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookCommand.VoidHoldGroup;
import io.daybook.ledger.book.BookError.AccountIsFrozen;
import io.daybook.ledger.book.BookError.AccountNotEmpty;
import io.daybook.ledger.book.BookError.CaptureTooLarge;
import io.daybook.ledger.book.BookError.FundsHoldEnded;
import io.daybook.ledger.book.BookError.FundsHoldExists;
import io.daybook.ledger.book.BookError.FundsHoldExpired;
import io.daybook.ledger.book.BookError.FundsHoldInvalid;
import io.daybook.ledger.book.BookError.HoldGroupFull;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.UnknownFundsHold;
import io.daybook.ledger.book.BookEvent.AccountFrozen;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.HoldCaptured;
import io.daybook.ledger.book.BookEvent.HoldExpired;
import io.daybook.ledger.book.BookEvent.HoldPlaced;
import io.daybook.ledger.book.BookEvent.HoldVoided;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldsTest {
  private static final FundsHoldId HOLD = holdId("first");
  private static final FundsHoldId SECOND = holdId("second");
  private static final Instant END = NOON.plusSeconds(60);
  private static final AccountTermsSet NO_OVERDRAFT =
      new AccountTermsSet(BOOK, CASH, new AccountTerms(0L, null, null));

  private static FundsHoldId holdId(String name) {
    return new FundsHoldId(DerivedId.of("fhd", name));
  }

  /** Money that will be paid from cash. */
  private static HeldFunds held(long cents, @Nullable Instant end, @Nullable String group) {
    return new HeldFunds(OWED, CASH, eur(cents), end, group, "booking");
  }

  private static HoldPlaced placed(FundsHoldId hold, HeldFunds held) {
    return new HoldPlaced(BOOK, hold, held, NOON);
  }

  private static HeldPart part(long cents) {
    return new HeldPart(OWED, CASH, eur(cents));
  }

  private static PlaceHold place(FundsHoldId hold, HeldFunds held) {
    return new PlaceHold(BOOK, hold, held, request(hold.value()));
  }

  private static CaptureHold capture(EntryId entry, @Nullable Long cents, Instant at) {
    var asked = new WriteRequest(BY, at, request(entry.value()).request());
    return new CaptureHold(BOOK, HOLD, cents, new EntryRecording(entry, "stay", asked));
  }

  private static EntryRecorded entry(
      EntryId entry, List<Posting> postings, String reference, Instant at) {
    return recorded(
        entry,
        EntryContent.of(postings, "stay", reference),
        new EntryDecision(at, TODAY, EntryCause.CAPTURED, request(entry.value()).request()));
  }

  @Test
  void setsMoneyAsideOnce() {
    HeldFunds held = held(100, END, null);

    book().when(place(HOLD, held)).expectEvents(placed(HOLD, held));
    book(placed(HOLD, held)).when(place(HOLD, held)).expectNoEvents();
    book(placed(HOLD, held))
        .when(place(HOLD, held(101, END, null)))
        .expectExceptionDetails(new FundsHoldExists(HOLD));
  }

  @Test
  void refusesWhatIsNoHold() {
    book()
        .when(place(HOLD, held(0, null, null)))
        .expectExceptionDetails(new FundsHoldInvalid(HOLD, "the amount must be positive"));
    book()
        .when(place(HOLD, held(1, NOON, null)))
        .expectExceptionDetails(
            new FundsHoldInvalid(HOLD, "the end " + NOON + " is not after " + NOON));
  }

  @Test
  void setsAsideWhatIsAvailableAndNoCentMore() {
    Object[] before = {posted(entryId("in"), receipt(100)), NO_OVERDRAFT};

    book(before)
        .when(place(HOLD, held(100, null, null)))
        .expectEvents(placed(HOLD, held(100, null, null)));
    book(before)
        .when(place(HOLD, held(101, null, null)))
        .expectExceptionDetails(new InsufficientFunds(CASH, eur(100), eur(101)));
  }

  @Test
  void spendsNothingThatIsSetAside() {
    Object[] before = {
      posted(entryId("in"), receipt(100)), NO_OVERDRAFT, placed(HOLD, held(60, null, null))
    };

    book(before).when(record(content(payment(40)))).expectEvents(recorded(content(payment(40))));
    book(before)
        .when(record(content(payment(41))))
        .expectExceptionDetails(new InsufficientFunds(CASH, eur(40), eur(41)));
  }

  @Test
  void capturesInPartsUpToTheWhole() {
    EntryId other = entryId("other");

    book(placed(HOLD, held(100, END, null)))
        .when(capture(ENTRY, 30L, NOON))
        .expectEvents(
            new HoldCaptured(BOOK, HOLD, ENTRY, part(30)),
            entry(ENTRY, payment(30), "booking", NOON));
    Object[] before = {
      placed(HOLD, held(100, END, null)),
      new HoldCaptured(BOOK, HOLD, ENTRY, part(30)),
      entry(ENTRY, payment(30), "booking", NOON)
    };
    book(before)
        .when(capture(other, null, NOON))
        .expectEvents(
            new HoldCaptured(BOOK, HOLD, other, part(70)),
            entry(other, payment(70), "booking", NOON));
    book(before)
        .when(capture(other, 71L, NOON))
        .expectExceptionDetails(new CaptureTooLarge(HOLD, eur(70), eur(71)));
    book(before).when(capture(ENTRY, 30L, NOON)).expectNoEvents();
  }

  @Test
  void capturesUpToTheLastMillisecondAndNeverAfter() {
    Instant last = END.minusMillis(1);
    HoldPlaced placed = placed(HOLD, held(100, END, null));

    book(placed)
        .when(capture(ENTRY, null, last))
        .expectEvents(
            new HoldCaptured(BOOK, HOLD, ENTRY, part(100)),
            entry(ENTRY, payment(100), "booking", last));
    book(placed)
        .when(capture(ENTRY, null, END))
        .expectNoEvents()
        .expectExceptionDetails(new FundsHoldExpired(HOLD));
  }

  @Test
  void whatHasEndedIsAvailableBeforeAnybodySwept() {
    var later = new WriteRequest(BY, END, request("first").request());

    book(posted(entryId("in"), receipt(100)), NO_OVERDRAFT, placed(HOLD, held(60, END, null)))
        .when(
            new BookCommand.RecordEntry(
                BOOK, ENTRY, content(payment(100)), EntryConditions.NONE, later))
        .expectEvents(
            new HoldExpired(BOOK, HOLD, part(60)),
            recorded(
                ENTRY,
                content(payment(100)),
                new EntryDecision(END, TODAY, EntryCause.POSTED, later.request())));
  }

  @Test
  void sweepsWhatHasEnded() {
    HoldPlaced placed = placed(HOLD, held(100, END, null));

    book(placed)
        .when(new ExpireFundsHolds(BOOK, END))
        .expectEvents(new HoldExpired(BOOK, HOLD, part(100)));
    book(placed).when(new ExpireFundsHolds(BOOK, END.minusMillis(1))).expectNoEvents();
    book(placed, new HoldVoided(BOOK, HOLD, part(100)))
        .when(new ExpireFundsHolds(BOOK, END))
        .expectNoEvents();
  }

  @Test
  void givesUpWhatIsLeftOnce() {
    HoldPlaced placed = placed(HOLD, held(100, null, null));
    var voided = new HoldVoided(BOOK, HOLD, part(100));

    book(placed).when(new VoidHold(BOOK, HOLD, request("void"))).expectEvents(voided);
    book(placed, voided).when(new VoidHold(BOOK, HOLD, request("void"))).expectNoEvents();
    book(placed, voided)
        .when(capture(ENTRY, null, NOON))
        .expectExceptionDetails(new FundsHoldEnded(HOLD, HoldStatus.VOIDED));
    book()
        .when(new VoidHold(BOOK, HOLD, request("void")))
        .expectExceptionDetails(new UnknownFundsHold(HOLD.value()));
  }

  @Test
  void capturesAndGivesUpAGroupTogether() {
    Object[] group = {placed(HOLD, held(10, null, "trip")), placed(SECOND, held(20, null, "trip"))};
    var recording = new EntryRecording(ENTRY, "stay", request(ENTRY.value()));
    List<Posting> both =
        List.of(
            Posting.debit(OWED, eur(10)),
            Posting.credit(CASH, eur(10)),
            Posting.debit(OWED, eur(20)),
            Posting.credit(CASH, eur(20)));

    book(group)
        .when(new CaptureHoldGroup(BOOK, "trip", recording))
        .expectEvents(
            new HoldCaptured(BOOK, HOLD, ENTRY, part(10)),
            new HoldCaptured(BOOK, SECOND, ENTRY, part(20)),
            entry(ENTRY, both, "trip", NOON));
    book(group)
        .when(new VoidHoldGroup(BOOK, "trip", request("void")))
        .expectEvents(new HoldVoided(BOOK, HOLD, part(10)), new HoldVoided(BOOK, SECOND, part(20)));
    book(group)
        .when(new VoidHoldGroup(BOOK, "other", request("void")))
        .expectExceptionDetails(new UnknownFundsHold("other"));
  }

  @Test
  void keepsAPromiseWhateverTheTermsHaveBecome() {
    book(placed(HOLD, held(100, null, null)), NO_OVERDRAFT)
        .when(capture(ENTRY, null, NOON))
        .expectEvents(
            new HoldCaptured(BOOK, HOLD, ENTRY, part(100)),
            entry(ENTRY, payment(100), "booking", NOON));
    book(placed(HOLD, held(100, null, null)), new AccountFrozen(BOOK, CASH, "AZ-1"))
        .when(capture(ENTRY, null, NOON))
        .expectExceptionDetails(new AccountIsFrozen(CASH));
  }

  @Test
  void closesNoAccountWithAHold() {
    book(placed(HOLD, held(100, null, null)))
        .when(new CloseAccount(BOOK, CASH))
        .expectExceptionDetails(new AccountNotEmpty(CASH, eur(0)));
  }

  @Test
  void takesAsManyHoldsIntoAGroupAsOneEntryCanCapture() {
    Object[] full =
        IntStream.range(0, 500)
            .<Object>mapToObj(i -> placed(numbered(i), held(1, null, "trip")))
            .toArray();

    book(full)
        .when(place(numbered(500), held(1, null, "trip")))
        .expectExceptionDetails(new HoldGroupFull("trip", 500));
    book(Arrays.copyOf(full, 499))
        .when(place(numbered(500), held(1, null, "trip")))
        .expectEvents(placed(numbered(500), held(1, null, "trip")));
  }

  private static FundsHoldId numbered(int number) {
    return new FundsHoldId(DerivedId.of("fhd", "numbered", Integer.toString(number)));
  }
}
