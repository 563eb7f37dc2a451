package io.daybook.projections;

import static io.daybook.projections.Ids.kybCase;
import static io.daybook.projections.Story.CLUB;
import static io.daybook.projections.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.EntryCause;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryDecision;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.HeldFunds;
import io.daybook.ledger.book.HeldPart;
import io.daybook.ledger.book.HoldStatus;
import io.daybook.ledger.book.OutflowLimits;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Share;
import io.daybook.ledger.book.TemplateId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.BalanceMoment;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.BookRules;
import io.daybook.projections.balances.EntryFilter;
import io.daybook.projections.balances.EntryView;
import io.daybook.projections.balances.PathBalance;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shows.Shows;
import io.daybook.ticketing.show.ShowEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values at the edges of what the tables can hold. */
class RowsIT {
  private Deliveries deliveries;

  @BeforeEach
  void open() {
    deliveries = new Deliveries();
  }

  @AfterEach
  void close() {
    deliveries.close();
  }

  @Test
  void aTurnoverAboveTheLargestAmountIsCountedExactly() {
    deliveries.deliver(Story.accounts());
    for (String name : List.of("first", "second", "third")) {
      deliveries.deliver(moved(name, Story.CLEARING, Story.FEES));
      deliveries.deliver(moved(name + " back", Story.FEES, Story.CLEARING));
    }

    var clearing = deliveries.get(Balances.class).findAccount(Story.BOOK, Story.CLEARING);

    assertThat(clearing.orElseThrow().debitsMinor())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
    assertThat(clearing.orElseThrow().balanceMinor()).isEqualTo(BigInteger.ZERO);
    assertThat(deliveries.get(Balances.class).trialBalance(Story.BOOK).isBalanced()).isTrue();
  }

  @Test
  void aPostingToAnAccountThatWasNeverOpenedStopsTheProjection() {
    deliveries.deliver(Story.accounts());

    assertThatThrownBy(() -> deliveries.deliver(moved("lost", Story.CLEARING, new AccountId("x"))))
        .hasStackTraceContaining("balance_after_minor");
  }

  @Test
  void aShowWithTextAndTimeThatPostgresCannotStoreIsStillShown() {
    deliveries.deliver(
        new ShowEvent.ShowCreated(Story.SHOW, CLUB, "a\0b \ud83c\udfab", Instant.MAX, List.of()));

    var show = deliveries.get(Shows.class).find(Story.SHOW).orElseThrow().show();

    assertThat(show.title()).isEqualTo("a\ufffdb \ud83c\udfab");
    assertThat(show.startsAt()).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  @Test
  void anOrganiserIsClearedByItsLastDecisionOnly() {
    OrganiserClearance clearance = deliveries.get(OrganiserClearance.class);
    deliveries.deliver(Story.approval());
    deliveries.deliver(Story.opened(kybCase("again"), CLUB));
    assertThat(clearance.find(CLUB)).contains(Story.CASE.value());

    deliveries.deliver(
        new KybEvent.CaseRejected(kybCase("again"), CLUB, Story.FIRST_OFFICER, "fraud"));

    assertThat(clearance.find(CLUB)).isEmpty();
  }

  @Test
  void anEntryInFullIsFoundByAllThatItSays() {
    deliveries.deliver(Story.accounts());
    var content =
        new EntryContent(
            lines(700),
            "memo",
            "ref",
            "STMT/1",
            LocalDate.of(2026, 1, 31),
            Map.of("statement", "2026-01"),
            new EntryLinks(null, null, Story.SALE));
    deliveries.deliver(recorded("full", content, EntryCause.POSTED));
    Balances balances = deliveries.get(Balances.class);

    EntryView entry = balances.findEntry(Story.BOOK, Ids.entry("full")).orElseThrow();

    assertThat(entry.externalReference()).isEqualTo("STMT/1");
    assertThat(entry.valueDate()).isEqualTo("2026-01-31");
    assertThat(entry.links().corrects()).isEqualTo(Story.SALE);
    assertThat(entry.metadata()).containsEntry("statement", "2026-01");
    for (EntryFilter filter :
        List.of(
            new EntryFilter("ref", "STMT/1", Story.FEES, null, null),
            new EntryFilter(
                null, null, null, null, new EntryFilter.Metadatum("statement", "2026-01")))) {
      assertThat(balances.findEntries(Story.BOOK, filter, PageRequest.first(10)).data())
          .extracting(EntryView::entry)
          .containsExactly(Ids.entry("full"));
    }
    assertThat(net(balances, new BalanceMoment(null, LocalDate.of(2026, 1, 30)))).isEmpty();
    assertThat(net(balances, new BalanceMoment(null, LocalDate.of(2026, 1, 31))))
        .containsExactly(BigInteger.valueOf(700));
    assertThat(net(balances, new BalanceMoment(Instant.EPOCH, null))).isEmpty();
  }

  private static List<BigInteger> net(Balances balances, BalanceMoment moment) {
    return balances.findBalances(Story.BOOK, new AccountId("clearing"), moment).stream()
        .map(PathBalance::netMinor)
        .toList();
  }

  @Test
  void aHoldIsPendingUntilItEnds() {
    deliveries.deliver(Story.accounts());
    var hold = new FundsHoldId(DerivedId.of("fhd", "1"));
    var held = new HeldFunds(Story.FEES, Story.CLEARING, eur(50), null, "trip", "");
    var part = new HeldPart(Story.FEES, Story.CLEARING, eur(20));
    deliveries.deliver(
        List.of(
            new BookEvent.HoldPlaced(Story.BOOK, hold, held, Instant.EPOCH),
            new BookEvent.HoldCaptured(Story.BOOK, hold, Ids.entry("captured"), part),
            recorded("captured", EntryContent.of(part(20), "", "trip"), EntryCause.CAPTURED)));
    Balances balances = deliveries.get(Balances.class);

    AccountView paying = balances.findAccount(Story.BOOK, Story.CLEARING).orElseThrow();
    assertThat(paying.balanceMinor()).isEqualTo(BigInteger.valueOf(-20));
    assertThat(paying.pendingOutMinor()).isEqualTo(30);
    assertThat(paying.availableMinor()).isEqualTo(BigInteger.valueOf(-50));
    assertThat(paying.version()).isEqualTo(1);

    var rest = new HeldPart(Story.FEES, Story.CLEARING, eur(30));
    deliveries.deliver(new BookEvent.HoldExpired(Story.BOOK, hold, rest));

    assertThat(balances.findHold(Story.BOOK, hold).orElseThrow().status())
        .isEqualTo(HoldStatus.EXPIRED);
    assertThat(balances.findAccount(Story.BOOK, Story.CLEARING).orElseThrow().pendingOutMinor())
        .isZero();
  }

  @Test
  void rulesOfABookReadAsTheyWereSet() {
    var chf = Currency.getInstance("CHF");
    var limits = new OutflowLimits(chf, 5L, null, 7L);
    var template =
        new EntryTemplate(
            List.of(new Share(Story.CLEARING, 1)),
            List.of(new Share(Story.FEES, 2), new Share(Story.PAYABLE, 1)));
    deliveries.deliver(
        List.of(
            new BookEvent.PeriodClosed(Story.BOOK, LocalDate.of(2026, 1, 31)),
            new BookEvent.ApprovalLimitSet(Story.BOOK, chf, 100L),
            new BookEvent.OutflowLimitsSet(Story.BOOK, "BASIC", limits),
            new BookEvent.TemplateSet(Story.BOOK, new TemplateId("tip"), template)));
    Balances balances = deliveries.get(Balances.class);

    assertThat(balances.findRules(Story.BOOK))
        .isEqualTo(
            new BookRules(
                LocalDate.of(2026, 1, 31),
                List.of(Money.of("CHF", 100)),
                List.of(new BookRules.TierLimits("BASIC", limits)),
                Map.of("tip", template)));

    deliveries.deliver(new BookEvent.ApprovalLimitSet(Story.BOOK, chf, null));

    assertThat(balances.findRules(Story.BOOK).approvalAbove()).isEmpty();
  }

  private static List<Posting> lines(long cents) {
    return List.of(
        Posting.debit(Story.CLEARING, eur(cents)), Posting.credit(Story.FEES, eur(cents)));
  }

  private static List<Posting> part(long cents) {
    return List.of(
        Posting.debit(Story.FEES, eur(cents)), Posting.credit(Story.CLEARING, eur(cents)));
  }

  private static BookEvent recorded(String entry, EntryContent content, EntryCause cause) {
    LocalDate day = content.valueDate() == null ? LocalDate.of(2026, 11, 1) : content.valueDate();
    return new BookEvent.EntryRecorded(
        Story.BOOK, Ids.entry(entry), content, new EntryDecision(Instant.EPOCH, day, cause, null));
  }

  private static BookEvent moved(String entry, AccountId to, AccountId from) {
    List<Posting> postings =
        List.of(Posting.debit(to, eur(Long.MAX_VALUE)), Posting.credit(from, eur(Long.MAX_VALUE)));
    return new BookEvent.EntryPosted(Story.BOOK, Ids.entry(entry), postings, "", "");
  }
}
