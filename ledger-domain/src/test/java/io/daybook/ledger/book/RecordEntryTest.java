package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.content;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.record;
import static io.daybook.ledger.book.BookFixture.recorded;
import static io.daybook.ledger.book.BookFixture.request;

import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookError.AccountIsClosed;
import io.daybook.ledger.book.BookError.AccountIsFrozen;
import io.daybook.ledger.book.BookError.AccountsMayNotMeet;
import io.daybook.ledger.book.BookError.BalanceAboveMaximum;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.ExternalReferenceTaken;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.MetadataInvalid;
import io.daybook.ledger.book.BookError.RequestReused;
import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.BookError.ValueDateOutOfRange;
import io.daybook.ledger.book.BookError.VersionMismatch;
import io.daybook.ledger.book.BookEvent.AccountClosed;
import io.daybook.ledger.book.BookEvent.AccountFrozen;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.AccountUnfrozen;
import io.daybook.ledger.book.BookEvent.ChartRuleRemoved;
import io.daybook.ledger.book.BookEvent.ChartRuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordEntryTest {
  private static final EntryId OTHER = entryId("other");

  private static EntryContent full(String externalReference) {
    return new EntryContent(
        receipt(7),
        "memo",
        "ref",
        externalReference,
        LocalDate.of(2026, 1, 31),
        Map.of("statement", "2026-01"),
        EntryLinks.NONE);
  }

  @Test
  void recordsAllThatItSaysAndWhatAsked() {
    book()
        .when(record(full("STMT/1")))
        .expectEvents(recorded(full("STMT/1")))
        .expectResultMessagePayload(new Outcome(List.of(recorded(full("STMT/1")))));
  }

  @Test
  void countsOnTheDayOfItsDecisionIfItSaysNoOther() {
    book().when(record(content(receipt(5)))).expectEvents(recorded(content(receipt(5))));
  }

  @Test
  void knowsARepeatWhateverBecameOfTheMoneyMeanwhile() {
    book(recorded(full("A")), new AccountFrozen(BOOK, CASH, "AZ-1"))
        .when(record(full("A")))
        .expectNoEvents()
        .expectResultMessagePayload(new Outcome(List.of()));
  }

  @Test
  void namesWhatARepeatSaysOtherwise() {
    book(recorded(full("A")))
        .when(record(full("B")))
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("description")));
    book(recorded(content(receipt(5))))
        .when(record(content(receipt(6))))
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("postings")));
  }

  @Test
  void refusesARequestThatMadeAnotherEntry() {
    book(recorded(OTHER, content(receipt(5)), "first"))
        .when(record(content(receipt(5))))
        .expectExceptionDetails(new RequestReused(ENTRY, OTHER));
  }

  @Test
  void refusesAnExternalReferenceThatIsTaken() {
    book(recorded(OTHER, full("A"), "other"))
        .when(record(full("A")))
        .expectExceptionDetails(new ExternalReferenceTaken("A", OTHER));
  }

  @Test
  void refusesLinksToEntriesThatAreNotThere() {
    var parent = content(receipt(5)).linked(new EntryLinks(OTHER, null, null));

    book().when(record(parent)).expectExceptionDetails(new UnknownEntry(OTHER));
  }

  @Test
  void postsAtTheExpectedVersionOnly() {
    var atOne = new EntryConditions(List.of(), Map.of(CASH, 1L));
    var command = new RecordEntry(BOOK, OTHER, content(receipt(5)), atOne, request("other"));

    book(recorded(content(receipt(5))))
        .when(command)
        .expectEvents(recorded(OTHER, content(receipt(5)), "other"));
    book().when(command).expectExceptionDetails(new VersionMismatch(CASH, 1, 0));
  }

  @Test
  void refusesMetadataThatIsNoneAndDaysThatNobodyMeans() {
    var named =
        new EntryContent(receipt(5), "", "", null, null, Map.of("a b", "c"), EntryLinks.NONE);
    var late = LocalDate.of(10_000, 1, 1);
    var dated = new EntryContent(receipt(5), "", "", null, late, Map.of(), EntryLinks.NONE);

    book()
        .when(record(named))
        .expectExceptionDetails(
            new MetadataInvalid("a b", "a name has 1 to 40 letters, digits, '_', '.' or '-'"));
    book()
        .when(record(dated))
        .expectExceptionDetails(new ValueDateOutOfRange(ENTRY, late, 1900, 9999));
  }

  @Test
  void keepsToTheMinimumOfAnAccountToTheLastCent() {
    var credit = new AccountTermsSet(BOOK, CASH, new AccountTerms(-100L, null, null));

    book(credit).when(record(content(payment(100)))).expectEvents(recorded(content(payment(100))));
    book(credit)
        .when(record(content(payment(101))))
        .expectExceptionDetails(new InsufficientFunds(CASH, eur(100), eur(101)));
  }

  @Test
  void keepsToTheMaximumOfAnAccountToTheLastCent() {
    var capped = new AccountTermsSet(BOOK, CASH, new AccountTerms(null, 100L, null));

    book(capped).when(record(content(receipt(100)))).expectEvents(recorded(content(receipt(100))));
    book(capped)
        .when(record(content(receipt(101))))
        .expectExceptionDetails(new BalanceAboveMaximum(CASH, eur(0), eur(101), eur(100)));
  }

  @Test
  void letsAnOverdrawnAccountComeTowardsItsMinimum() {
    book(
            recorded(OTHER, content(payment(100)), "other"),
            new AccountTermsSet(BOOK, CASH, new AccountTerms(0L, null, null)))
        .when(record(content(receipt(1))))
        .expectEvents(recorded(content(receipt(1))));
  }

  @Test
  void letsNothingLeaveAFrozenAccount() {
    var frozen = new AccountFrozen(BOOK, CASH, "AZ-1");

    book(frozen)
        .when(record(content(payment(1))))
        .expectExceptionDetails(new AccountIsFrozen(CASH));
    book(frozen).when(record(content(receipt(1)))).expectEvents(recorded(content(receipt(1))));
    book(frozen, new AccountUnfrozen(BOOK, CASH, "AZ-1"))
        .when(record(content(payment(1))))
        .expectEvents(recorded(content(payment(1))));
  }

  @Test
  void refusesAClosedAccount() {
    book(new AccountClosed(BOOK, OWED))
        .when(record(content(receipt(1))))
        .expectExceptionDetails(new AccountIsClosed(OWED));
  }

  @Test
  void followsTheChartOfAccounts() {
    var path = new AccountId("owed:EUR");
    var alone = new ChartRuleSet(BOOK, new ChartRule(path, List.of(new AccountId("bank"))));

    book(alone)
        .when(record(content(receipt(1))))
        .expectExceptionDetails(new AccountsMayNotMeet(OWED, CASH, path));
    book(alone, new ChartRuleSet(BOOK, new ChartRule(path, List.of(new AccountId("cash")))))
        .when(record(content(receipt(1))))
        .expectEvents(recorded(content(receipt(1))));
    book(alone, new ChartRuleRemoved(BOOK, path))
        .when(record(content(receipt(1))))
        .expectEvents(recorded(content(receipt(1))));
  }
}
