package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.BY;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.NOON;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.REVERSAL;
import static io.daybook.ledger.book.BookFixture.TODAY;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.record;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookCommand.ApproveEntry;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.RecordCorrection;
import io.daybook.ledger.book.BookCommand.RecordFromTemplate;
import io.daybook.ledger.book.BookCommand.RejectEntry;
import io.daybook.ledger.book.BookCommand.SetApprovalLimit;
import io.daybook.ledger.book.BookCommand.SetOutflowLimits;
import io.daybook.ledger.book.BookCommand.SetTemplate;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.LimitsInvalid;
import io.daybook.ledger.book.BookError.OutflowLimitExceeded;
import io.daybook.ledger.book.BookError.PeriodIsClosed;
import io.daybook.ledger.book.BookError.PeriodNotOver;
import io.daybook.ledger.book.BookError.ProposalEnded;
import io.daybook.ledger.book.BookError.SecondPersonNeeded;
import io.daybook.ledger.book.BookError.TemplateInvalid;
import io.daybook.ledger.book.BookError.UnknownProposal;
import io.daybook.ledger.book.BookError.UnknownTemplate;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.ApprovalLimitSet;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.OutflowLimitsSet;
import io.daybook.ledger.book.BookEvent.PeriodClosed;
import io.daybook.ledger.book.BookEvent.ProposalApproved;
import io.daybook.ledger.book.BookEvent.ProposalRejected;
import io.daybook.ledger.book.BookEvent.TemplateSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookRulesTest {
  private static final UserId OTHER = new UserId(DerivedId.of("usr", "frank"));
  private static final ApprovalLimitSet TWO_PEOPLE = new ApprovalLimitSet(BOOK, EUR, 100L);
  private static final TemplateId TIP = new TemplateId("tip");
  private static final EntryTemplate SPLIT =
      new EntryTemplate(
          List.of(new Share(CASH, 1)),
          List.of(new Share(OWED, 1), new Share(new AccountId("cash:EUR"), 1)));

  private static EntryContent dated(LocalDate day) {
    return new EntryContent(receipt(1), "", "", null, day, Map.of(), EntryLinks.NONE);
  }

  private static EntryProposed proposed(EntryContent content) {
    return new EntryProposed(BOOK, ENTRY, content, NOON, request("first").request(), BY);
  }

  private static WriteRequest by(UserId user) {
    return new WriteRequest(user, NOON, request("decide").request());
  }

  @Test
  void closesAPeriodThatIsOver() {
    var closed = new PeriodClosed(BOOK, TODAY.minusDays(1));

    book().when(new ClosePeriod(BOOK, TODAY.minusDays(1), request("c"))).expectEvents(closed);
    book(closed).when(new ClosePeriod(BOOK, TODAY.minusDays(2), request("c"))).expectNoEvents();
    book()
        .when(new ClosePeriod(BOOK, TODAY, request("c")))
        .expectExceptionDetails(new PeriodNotOver(TODAY, TODAY));
  }

  @Test
  void nothingCountsInAClosedPeriod() {
    LocalDate last = TODAY.minusDays(1);
    var closed = new PeriodClosed(BOOK, last);

    book(closed).when(record(dated(last))).expectExceptionDetails(new PeriodIsClosed(last, last));
    book(closed).when(record(dated(TODAY))).expectEvents(recorded(dated(TODAY)));
  }

  @Test
  void limitsWhatLeavesAnAccountByEntryDayAndMonth() {
    Object[] limited = {
      new AccountTermsSet(BOOK, CASH, new AccountTerms(null, null, "BASIC")),
      new OutflowLimitsSet(BOOK, "BASIC", new OutflowLimits(EUR, 50L, 80L, 100L)),
    };
    var earlier = recorded(entryId("earlier"), content(payment(50)), "earlier");

    book(limited)
        .when(record(content(payment(51))))
        .expectExceptionDetails(new OutflowLimitExceeded(CASH, "entry", eur(50), eur(0), eur(51)));
    book(limited[0], limited[1], earlier)
        .when(record(content(payment(31))))
        .expectExceptionDetails(new OutflowLimitExceeded(CASH, "day", eur(80), eur(50), eur(31)));
    book(limited[0], limited[1], earlier)
        .when(record(content(payment(30))))
        .expectEvents(recorded(content(payment(30))));
    book(limited[0], limited[1], earlier, yesterday())
        .when(record(content(payment(30))))
        .expectExceptionDetails(new OutflowLimitExceeded(CASH, "day", eur(80), eur(81), eur(30)));
  }

  /** What a clock that went back recorded counts on the newest day. */
  private static Object yesterday() {
    return recorded(
        entryId("yesterday"),
        content(payment(31)),
        new EntryDecision(
            NOON.minus(Duration.ofDays(1)), TODAY.minusDays(1), EntryCause.POSTED, null));
  }

  @Test
  void aLimitStartsAnewOnTheNextDayAndInTheNextMonth() {
    var outflow = Outflow.NONE.plus(50, LocalDate.of(2026, 1, 31));

    assertThat(outflow.on(LocalDate.of(2026, 1, 31))).isEqualTo(50);
    assertThat(outflow.on(LocalDate.of(2026, 2, 1))).isZero();
    assertThat(outflow.inMonthOf(LocalDate.of(2026, 2, 1))).isZero();
    assertThat(outflow.plus(Long.MAX_VALUE, LocalDate.of(2026, 1, 31)).monthMinor())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void proposesWhatIsAboveTheLimitAndPostsWhatIsNot() {
    book(TWO_PEOPLE)
        .when(record(content(receipt(101))))
        .expectEvents(proposed(content(receipt(101))));
    book(TWO_PEOPLE)
        .when(record(content(receipt(100))))
        .expectEvents(recorded(content(receipt(100))));
    book(TWO_PEOPLE, proposed(content(receipt(101))))
        .when(record(content(receipt(101))))
        .expectNoEvents();
  }

  @Test
  void aSecondPersonPostsWhatTheFirstProposed() {
    var approved =
        recorded(
            ENTRY,
            content(receipt(101)),
            new EntryDecision(NOON, TODAY, EntryCause.APPROVED, request("first").request()));

    book(TWO_PEOPLE, proposed(content(receipt(101))))
        .when(new ApproveEntry(BOOK, ENTRY, by(OTHER)))
        .expectEvents(new ProposalApproved(BOOK, ENTRY, OTHER), approved);
    book(TWO_PEOPLE, proposed(content(receipt(101))))
        .when(new ApproveEntry(BOOK, ENTRY, by(BY)))
        .expectExceptionDetails(new SecondPersonNeeded(ENTRY));
    book()
        .when(new ApproveEntry(BOOK, ENTRY, by(OTHER)))
        .expectExceptionDetails(new UnknownProposal(ENTRY));
  }

  @Test
  void anApprovalIsDecidedOnTheBookAsItIsByThen() {
    book(
            TWO_PEOPLE,
            proposed(content(payment(101))),
            new AccountTermsSet(BOOK, CASH, new AccountTerms(0L, null, null)))
        .when(new ApproveEntry(BOOK, ENTRY, by(OTHER)))
        .expectNoEvents()
        .expectExceptionDetails(new InsufficientFunds(CASH, eur(0), eur(101)));
  }

  @Test
  void whatIsRejectedIsOver() {
    var rejected = new ProposalRejected(BOOK, ENTRY, BY);

    book(TWO_PEOPLE, proposed(content(receipt(101))))
        .when(new RejectEntry(BOOK, ENTRY, by(BY)))
        .expectEvents(rejected);
    book(TWO_PEOPLE, proposed(content(receipt(101))), rejected)
        .when(new ApproveEntry(BOOK, ENTRY, by(OTHER)))
        .expectExceptionDetails(new ProposalEnded(ENTRY, "REJECTED"));
    book(TWO_PEOPLE, proposed(content(receipt(101))), rejected)
        .when(record(content(receipt(101))))
        .expectExceptionDetails(new ProposalEnded(ENTRY, "REJECTED"));
  }

  @Test
  void correctsAnEntryByUndoingItAndPostingAnother() {
    var correction =
        new RecordCorrection(
            BOOK,
            ENTRY,
            REVERSAL,
            new BatchEntry(entryId("right"), content(receipt(8)), EntryConditions.NONE),
            request("correct"));
    List<Posting> undone = receipt(9).stream().map(Posting::mirrored).toList();

    book(recorded(content(receipt(9))))
        .when(correction)
        .expectEvents(
            recorded(
                REVERSAL,
                EntryContent.of(undone, "memo", "").linked(EntryLinks.reversing(ENTRY)),
                new EntryDecision(
                    NOON, TODAY, EntryCause.REVERSED, request("correct").part(0).request())),
            recorded(
                entryId("right"),
                content(receipt(8)).linked(EntryLinks.correcting(ENTRY)),
                new EntryDecision(
                    NOON, TODAY, EntryCause.POSTED, request("correct").part(1).request())));
  }

  @Test
  void splitsByATemplateToTheLastCent() {
    var asked =
        new RecordFromTemplate(
            BOOK,
            TIP,
            eur(101),
            new BatchEntry(ENTRY, content(List.of()), EntryConditions.NONE),
            request("first"));
    List<Posting> lines =
        List.of(
            Posting.debit(CASH, eur(101)),
            Posting.credit(OWED, eur(51)),
            Posting.credit(CASH, eur(50)));

    book(new TemplateSet(BOOK, TIP, SPLIT)).when(asked).expectEvents(recorded(content(lines)));
    book().when(asked).expectExceptionDetails(new UnknownTemplate(TIP));
  }

  @Test
  void setsATemplateOnce() {
    var set = new TemplateSet(BOOK, TIP, SPLIT);

    book().when(new SetTemplate(BOOK, TIP, SPLIT)).expectEvents(set);
    book(set).when(new SetTemplate(BOOK, TIP, SPLIT)).expectNoEvents();
    book()
        .when(new SetTemplate(BOOK, TIP, new EntryTemplate(List.of(), List.of())))
        .expectExceptionDetails(new TemplateInvalid(TIP, "a side has 1 to 500 accounts"));
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    var rule = "a tier has 1 to 40 plain characters, and no limit below zero";
    book()
        .when(new SetOutflowLimits(BOOK, "B C", new OutflowLimits(EUR, 1L, null, null)))
        .expectExceptionDetails(new LimitsInvalid(rule));
    book()
        .when(new SetOutflowLimits(BOOK, "BASIC", new OutflowLimits(EUR, null, -1L, null)))
        .expectExceptionDetails(new LimitsInvalid(rule));
    book()
        .when(new SetApprovalLimit(BOOK, EUR, -1L))
        .expectExceptionDetails(new LimitsInvalid("no limit is below zero"));
  }
}
