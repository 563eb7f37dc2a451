package io.daybook.kyb.watchlist;

import io.daybook.kyb.watchlist.WatchlistCommand.ActivateVersion;
import io.daybook.kyb.watchlist.WatchlistCommand.LoadVersion;
import io.daybook.kyb.watchlist.WatchlistCommand.RecordRescreening;
import io.daybook.kyb.watchlist.WatchlistError.LoaderActivates;
import io.daybook.kyb.watchlist.WatchlistError.VersionKnown;
import io.daybook.kyb.watchlist.WatchlistError.VersionUnknown;
import io.daybook.kyb.watchlist.WatchlistError.WatchlistFieldInvalid;
import io.daybook.kyb.watchlist.WatchlistEvent.CasesRescreened;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionActivated;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionLoaded;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchlistTest {
  private static final UserId OLGA = new UserId(DerivedId.of("usr", "olga"));
  private static final UserId PAVEL = new UserId(DerivedId.of("usr", "pavel"));
  private static final WatchlistId LIST = WatchlistId.of("own");
  private static final ListDelta ALL_NEW = new ListDelta(0, 3, 0, 0);
  private static final WatchlistVersionLoaded FIRST = loaded(1, "a", OLGA);
  private static final WatchlistVersionActivated ACTIVE =
      new WatchlistVersionActivated(LIST, 1, "a".repeat(64), OLGA, PAVEL);

  @Test
  void countsTheVersionsOfAList() {
    none().when(load("a", OLGA)).expectEvents(FIRST);
    given(FIRST).when(load("b", PAVEL)).expectEvents(loaded(2, "b", PAVEL));
  }

  @Test
  void takesEachFileOnce() {
    given(FIRST).when(load("a", OLGA)).expectNoEvents().expectSuccessfulHandlerExecution();
    given(FIRST)
        .when(load("a", PAVEL))
        .expectNoEvents()
        .expectExceptionDetails(new VersionKnown(1));
  }

  @Test
  void anotherOfficerActivates() {
    var activate = new ActivateVersion(LIST, 1, PAVEL);
    given(FIRST).when(activate).expectEvents(ACTIVE);
    given(FIRST, ACTIVE).when(activate).expectNoEvents().expectSuccessfulHandlerExecution();
    given(FIRST)
        .when(new ActivateVersion(LIST, 1, OLGA))
        .expectNoEvents()
        .expectExceptionDetails(new LoaderActivates(OLGA));
  }

  @Test
  void anOlderVersionCanBecomeActiveAgain() {
    var second = new WatchlistVersionActivated(LIST, 2, "b".repeat(64), PAVEL, OLGA);
    given(FIRST, ACTIVE, loaded(2, "b", PAVEL), second)
        .when(new ActivateVersion(LIST, 1, PAVEL))
        .expectEvents(ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1, Integer.MAX_VALUE})
  void refusesAVersionThatItDoesNotHave(int version) {
    given(FIRST)
        .when(new ActivateVersion(LIST, version, PAVEL))
        .expectNoEvents()
        .expectExceptionDetails(new VersionUnknown(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000", "a\u202eb"})
  void refusesANameThatIsNone(String name) {
    none()
        .when(new LoadVersion(LIST, name, file("a"), ALL_NEW, OLGA))
        .expectNoEvents()
        .expectExceptionDetails(new WatchlistFieldInvalid("name", 80));
  }

  @Test
  void tellsOfARescreeningOnceForEachActivation() {
    var record = new RecordRescreening(LIST, 1, 10, 2);
    var done = new CasesRescreened(LIST, 1, 10, 2);
    given(FIRST, ACTIVE).when(record).expectEvents(done);
    given(FIRST, ACTIVE, done).when(record).expectNoEvents().expectSuccessfulHandlerExecution();
  }

  private static TestExecutor<Watchlist> none() {
    return new AggregateTestFixture<>(Watchlist.class).givenNoPriorActivity();
  }

  private static TestExecutor<Watchlist> given(Object... events) {
    return new AggregateTestFixture<>(Watchlist.class).given(events);
  }

  private static LoadVersion load(String digit, UserId officer) {
    return new LoadVersion(LIST, "own", file(digit), ALL_NEW, officer);
  }

  private static WatchlistVersionLoaded loaded(int version, String digit, UserId officer) {
    return new WatchlistVersionLoaded(LIST, "own", version, file(digit), ALL_NEW, officer);
  }

  private static LoadedFile file(String digit) {
    return new LoadedFile("a file", "SIMPLE_CSV", digit.repeat(64), 100, 3, 7);
  }
}
