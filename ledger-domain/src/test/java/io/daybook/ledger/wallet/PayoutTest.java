package io.daybook.ledger.wallet;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutCommand.RequestPayout;
import io.daybook.ledger.wallet.PayoutError.AmountNotPositive;
import io.daybook.ledger.wallet.PayoutError.OrganiserNotCleared;
import io.daybook.ledger.wallet.PayoutError.PayoutAlreadyDecided;
import io.daybook.ledger.wallet.PayoutError.PayoutExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
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
  private static final PayoutRequested REQUESTED =
      new PayoutRequested(ID, CLEARED, AMOUNT, USER, "kyb_1");
  private static final PayoutPosted POSTED = new PayoutPosted(ID, CLEARED, AMOUNT);
  private static final PayoutRefused REFUSED = new PayoutRefused(ID, CLEARED, AMOUNT, "why");

  private static TestExecutor<Payout> given(Object... events) {
    var fixture = new AggregateTestFixture<>(Payout.class);
    OrganiserClearance clearance =
        organiser -> organiser.equals(CLEARED) ? Optional.of("kyb_1") : Optional.empty();
    fixture.registerInjectableResource(clearance);
    return fixture.given(events);
  }

  private static RequestPayout request(OrganiserId organiser, long cents) {
    return new RequestPayout(ID, organiser, Money.of("EUR", cents), USER);
  }

  @Test
  void namesTheClearanceOfTheOrganiser() {
    given().when(request(CLEARED, 100_00)).expectEvents(REQUESTED);
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
    given(REQUESTED)
        .when(request(CLEARED, 100_00))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesARepeatWithAnotherAmount() {
    given(REQUESTED)
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
