package io.daybook.ledger.wallet;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.wallet.PayoutAccountCommand.AddPayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountCommand.RemovePayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountError.PayoutAccountExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutAccountError.PayoutAccountTokenInvalid;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountAdded;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountRemoved;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutAccountTest {
  private static final PayoutAccountId ID = new PayoutAccountId(DerivedId.of("pac", "1"));
  private static final OrganiserId ORGANISER = new OrganiserId(DerivedId.of("org", "1"));
  private static final UserId USER = new UserId(DerivedId.of("usr", "1"));
  private static final Instant NOW = Instant.parse("2026-11-27T09:30:00Z");
  private static final PayoutAccountAdded ADDED =
      new PayoutAccountAdded(ID, ORGANISER, "bank_1a2b", USER, NOW.plus(Duration.ofHours(24)));
  private static final PayoutAccountRemoved REMOVED = new PayoutAccountRemoved(ID, ORGANISER, USER);

  private static TestExecutor<PayoutAccount> given(Object... events) {
    var fixture = new AggregateTestFixture<>(PayoutAccount.class);
    fixture.registerInjectableResource(new PayoutPolicy(Duration.ofHours(24), 0));
    return fixture.given(events);
  }

  private static AddPayoutAccount add(String token) {
    return new AddPayoutAccount(ID, ORGANISER, token, USER, NOW);
  }

  @Test
  void canBeUsedAfterTheCoolingOff() {
    given().when(add("bank_1a2b")).expectEvents(ADDED);
  }

  @Test
  void changesNothingWhenAddedAgain() {
    given(ADDED).when(add("bank_1a2b")).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void refusesARepeatWithAnotherToken() {
    given(ADDED)
        .when(add("bank_other"))
        .expectExceptionDetails(new PayoutAccountExistsWithDifferentContent(ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bank_", "DE89370400440532013000", "bank 1a2b", "_1", "bank_\n1"})
  void refusesWhatMayBeAnAccountNumber(String token) {
    given().when(add(token)).expectExceptionDetails(new PayoutAccountTokenInvalid(ID));
  }

  @Test
  void isRemovedOnce() {
    given(ADDED).when(new RemovePayoutAccount(ID, USER)).expectEvents(REMOVED);
    given(ADDED, REMOVED).when(new RemovePayoutAccount(ID, USER)).expectNoEvents();
  }
}
