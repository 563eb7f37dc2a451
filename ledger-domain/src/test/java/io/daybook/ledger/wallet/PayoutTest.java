package io.daybook.ledger.wallet;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutCommand.ApprovePayout;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutCommand.RejectPayout;
import io.daybook.ledger.wallet.PayoutCommand.RequestPayout;
import io.daybook.ledger.wallet.PayoutError.AmountNotPositive;
import io.daybook.ledger.wallet.PayoutError.FourEyesRequired;
import io.daybook.ledger.wallet.PayoutError.OrganiserNotCleared;
import io.daybook.ledger.wallet.PayoutError.PayoutAccountCoolingOff;
import io.daybook.ledger.wallet.PayoutError.PayoutAlreadyDecided;
import io.daybook.ledger.wallet.PayoutError.PayoutExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutError.PayoutNotWaiting;
import io.daybook.ledger.wallet.PayoutError.UnknownPayoutAccount;
import io.daybook.ledger.wallet.PayoutEvent.PayoutApproved;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutProposed;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRejected;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class PayoutTest {
  private static final PayoutId ID = new PayoutId(DerivedId.of("pyo", "1"));
  private static final OrganiserId CLEARED = new OrganiserId(DerivedId.of("org", "cleared"));
  private static final OrganiserId UNKNOWN = new OrganiserId(DerivedId.of("org", "unknown"));
  private static final UserId USER = new UserId(DerivedId.of("usr", "1"));
  private static final Money AMOUNT = Money.of("EUR", 100_00);
  private static final PayoutAccountId ACCOUNT = new PayoutAccountId(DerivedId.of("pac", "1"));
  private static final PayoutAccountId OTHER = new PayoutAccountId(DerivedId.of("pac", "2"));
  private static final UserId SECOND = new UserId(DerivedId.of("usr", "2"));
  private static final Instant USABLE = Instant.parse("2026-11-27T09:30:00Z");
  private static final PayoutProposed PROPOSED =
      new PayoutProposed(ID, CLEARED, AMOUNT, ACCOUNT, USER, false);
  private static final PayoutProposed WAITING =
      new PayoutProposed(ID, CLEARED, Money.of("EUR", 100_01), ACCOUNT, USER, true);
  private static final PayoutApproved APPROVED = new PayoutApproved(ID, SECOND);
  private static final PayoutRejected REJECTED = new PayoutRejected(ID, SECOND);
  private static final PayoutRequested LARGE =
      new PayoutRequested(ID, CLEARED, Money.of("EUR", 100_01), USER, "kyb_1");
  private static final PayoutRequested REQUESTED =
      new PayoutRequested(ID, CLEARED, AMOUNT, USER, "kyb_1");
  private static final PayoutPosted POSTED = new PayoutPosted(ID, CLEARED, AMOUNT);
  private static final PayoutRefused REFUSED = new PayoutRefused(ID, CLEARED, AMOUNT, "why");

  private static TestExecutor<Payout> given(Object... events) {
    var fixture = new AggregateTestFixture<>(Payout.class);
    OrganiserClearance clearance =
        organiser -> organiser.equals(CLEARED) ? Optional.of("kyb_1") : Optional.empty();
    PayoutAccounts accounts =
        (_, account) -> account.equals(ACCOUNT) ? Optional.of(USABLE) : Optional.empty();
    fixture.registerInjectableResource(clearance);
    fixture.registerInjectableResource(accounts);
    fixture.registerInjectableResource(new PayoutPolicy(Duration.ZERO, 100_00));
    return fixture.given(events);
  }

  /** As if compliance had cleared nobody and no account were left. */
  private static TestExecutor<Payout> givenNothingCleared(Object... events) {
    var fixture = new AggregateTestFixture<>(Payout.class);
    OrganiserClearance nobody = _ -> Optional.empty();
    PayoutAccounts none = (_, _) -> Optional.empty();
    fixture.registerInjectableResource(nobody);
    fixture.registerInjectableResource(none);
    fixture.registerInjectableResource(new PayoutPolicy(Duration.ZERO, 100_00));
    return fixture.given(events);
  }

  private static RequestPayout request(OrganiserId organiser, long cents) {
    return request(organiser, cents, ACCOUNT, USABLE);
  }

  private static RequestPayout request(
      OrganiserId organiser, long cents, PayoutAccountId account, Instant at) {
    return new RequestPayout(ID, organiser, Money.of("EUR", cents), account, USER, at);
  }

  @Test
  void namesTheClearanceOfTheOrganiser() {
    given().when(request(CLEARED, 100_00)).expectEvents(PROPOSED, REQUESTED);
  }

  @Test
  void waitsForASecondPersonOneCentAboveTheLimit() {
    given().when(request(CLEARED, 100_01)).expectEvents(WAITING);
  }

  @Test
  void refusesAnAccountThatIsNotTheOrganisers() {
    given()
        .when(request(CLEARED, 100_00, OTHER, USABLE))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownPayoutAccount(OTHER));
  }

  @Test
  void refusesAnAccountThatIsTooNew() {
    given()
        .when(request(CLEARED, 100_00, ACCOUNT, USABLE.minusNanos(1)))
        .expectNoEvents()
        .expectExceptionDetails(new PayoutAccountCoolingOff(ACCOUNT, USABLE));
  }

  @Test
  void goesToTheLedgerWhenASecondPersonApproves() {
    given(WAITING).when(new ApprovePayout(ID, SECOND)).expectEvents(APPROVED, LARGE);
    given(WAITING, APPROVED, LARGE).when(new ApprovePayout(ID, SECOND)).expectNoEvents();
  }

  @Test
  void isNotApprovedByWhoAskedForIt() {
    given(WAITING)
        .when(new ApprovePayout(ID, USER))
        .expectNoEvents()
        .expectExceptionDetails(new FourEyesRequired(ID));
  }

  @Test
  void waitsOnWhileComplianceLooks() {
    givenNothingCleared(WAITING)
        .when(new ApprovePayout(ID, SECOND))
        .expectNoEvents()
        .expectExceptionDetails(new OrganiserNotCleared(CLEARED));
  }

  @Test
  void goesNowhereWhenASecondPersonRejects() {
    given(WAITING).when(new RejectPayout(ID, SECOND)).expectEvents(REJECTED);
    given(WAITING, REJECTED).when(new RejectPayout(ID, SECOND)).expectNoEvents();
    given(WAITING, REJECTED)
        .when(new ApprovePayout(ID, SECOND))
        .expectExceptionDetails(new PayoutNotWaiting(ID));
    given(WAITING, APPROVED, LARGE)
        .when(new RejectPayout(ID, SECOND))
        .expectExceptionDetails(new PayoutNotWaiting(ID));
  }

  @Test
  void aSmallPayoutNeedsNobody() {
    given(PROPOSED, REQUESTED)
        .when(new ApprovePayout(ID, SECOND))
        .expectExceptionDetails(new PayoutNotWaiting(ID));
  }

  @Test
  void refusesAnOrganiserThatIsNotCleared() {
    given()
        .when(request(UNKNOWN, 100_00))
        .expectNoEvents()
        .expectExceptionDetails(new OrganiserNotCleared(UNKNOWN));
  }

  @Test
  void refusesAnAmountOfZero() {
    given()
        .when(request(CLEARED, 0))
        .expectExceptionDetails(new AmountNotPositive(ID, Money.of("EUR", 0)));
  }

  @Test
  void changesNothingWhenRequestedAgain() {
    given(PROPOSED, REQUESTED)
        .when(request(CLEARED, 100_00))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesARepeatWithAnotherAmount() {
    given(PROPOSED, REQUESTED)
        .when(request(CLEARED, 100_01))
        .expectExceptionDetails(new PayoutExistsWithDifferentContent(ID));
  }

  @Test
  void isDecidedOnce() {
    given(REQUESTED).when(new RecordPayoutPosted(ID)).expectEvents(POSTED);
    given(REQUESTED, POSTED).when(new RecordPayoutPosted(ID)).expectNoEvents();
    given(REQUESTED).when(new RecordPayoutRefused(ID, "why")).expectEvents(REFUSED);
    given(REQUESTED, REFUSED).when(new RecordPayoutRefused(ID, "why")).expectNoEvents();
  }

  @Test
  void refusesTheOppositeDecision() {
    given(REQUESTED, POSTED)
        .when(new RecordPayoutRefused(ID, "why"))
        .expectExceptionDetails(new PayoutAlreadyDecided(ID));
    given(REQUESTED, REFUSED)
        .when(new RecordPayoutPosted(ID))
        .expectExceptionDetails(new PayoutAlreadyDecided(ID));
  }
}
