package io.daybook.reconciliation;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.money.Money;
import io.daybook.reconciliation.Difference.Kind;
import io.daybook.reconciliation.ReconciliationCommand.RecordComparison;
import io.daybook.reconciliation.ReconciliationCommand.ResolveDifference;
import io.daybook.reconciliation.ReconciliationError.AlreadyResolved;
import io.daybook.reconciliation.ReconciliationError.ReconciliationExistsWithDifferentContent;
import io.daybook.reconciliation.ReconciliationError.UnknownDifference;
import io.daybook.reconciliation.ReconciliationEvent.DifferenceResolved;
import io.daybook.reconciliation.ReconciliationEvent.ReconciliationCompleted;
import io.daybook.reconciliation.ReconciliationEvent.StatementCompared;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** A reconciliation is over when each of its differences is resolved, each in one way. */
class ReconciliationTest {
  private static final ReconciliationId ID = new ReconciliationId("rcn_" + "0".repeat(26));
  private static final UserId ADA = new UserId("usr_" + "0".repeat(26));
  private static final AccountId BANK = new AccountId("bank:EUR");
  private static final Money EXCESS = Money.of("EUR", 70);
  private static final Difference MISSING =
      new Difference(1, Kind.MISSING, "a1", null, EXCESS, null);
  private static final StatementCompared ONE =
      new StatementCompared(ID, comparison("f1", MISSING), ADA);
  private static final DifferenceResolved TIMING =
      new DifferenceResolved(ID, 1, Resolution.TIMING, BANK, EXCESS, null, ADA);

  private final AggregateTestFixture<Reconciliation> reconciliation =
      new AggregateTestFixture<>(Reconciliation.class);

  private static Comparison comparison(String hash, Difference... differences) {
    return new Comparison(
        BANK,
        Currency.getInstance("EUR"),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        hash,
        1,
        0,
        List.of(differences));
  }

  @Test
  void aStatementWithoutDifferencesIsDoneAtOnce() {
    reconciliation
        .givenNoPriorActivity()
        .when(new RecordComparison(ID, comparison("f1"), ADA))
        .expectEvents(
            new StatementCompared(ID, comparison("f1"), ADA), new ReconciliationCompleted(ID));
  }

  @Test
  void aRepeatedComparisonChangesNothingAndAnotherFileIsRefused() {
    reconciliation
        .given(ONE)
        .when(new RecordComparison(ID, comparison("f1"), ADA))
        .expectNoEvents();
    reconciliation
        .given(ONE)
        .when(new RecordComparison(ID, comparison("f2"), ADA))
        .expectNoEvents()
        .expectExceptionDetails(new ReconciliationExistsWithDifferentContent(ID));
  }

  @Test
  void theLastResolutionEndsIt() {
    reconciliation
        .given(ONE)
        .when(new ResolveDifference(ID, 1, Resolution.TIMING, ADA))
        .expectEvents(TIMING, new ReconciliationCompleted(ID));
  }

  @Test
  void suspenseNamesTheEntryThatWillBePosted() {
    var entry = new EntryId(DerivedId.of("ent", "reconciliation", ID.value(), "1"));
    reconciliation
        .given(ONE)
        .when(new ResolveDifference(ID, 1, Resolution.SUSPENSE, ADA))
        .expectEvents(
            new DifferenceResolved(ID, 1, Resolution.SUSPENSE, BANK, EXCESS, entry, ADA),
            new ReconciliationCompleted(ID));
  }

  @Test
  void aDifferenceIsResolvedOnce() {
    reconciliation
        .given(ONE, TIMING)
        .when(new ResolveDifference(ID, 1, Resolution.TIMING, ADA))
        .expectNoEvents();
    reconciliation
        .given(ONE, TIMING)
        .when(new ResolveDifference(ID, 1, Resolution.DUPLICATE, ADA))
        .expectNoEvents()
        .expectExceptionDetails(new AlreadyResolved(ID, 1));
  }

  @Test
  void aDifferenceThatIsNotThereIsRefused() {
    for (int number : new int[] {0, 2}) {
      reconciliation
          .given(ONE)
          .when(new ResolveDifference(ID, number, Resolution.TIMING, ADA))
          .expectNoEvents()
          .expectExceptionDetails(new UnknownDifference(ID, number));
    }
  }
}
