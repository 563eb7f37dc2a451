package io.daybook.ticketing.show;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowCommand.PublishShow;
import io.daybook.ticketing.show.ShowError.CapacityOutOfRange;
import io.daybook.ticketing.show.ShowError.DuplicateTicketType;
import io.daybook.ticketing.show.ShowError.KybRequired;
import io.daybook.ticketing.show.ShowError.MixedCurrencies;
import io.daybook.ticketing.show.ShowError.NameLengthOutOfRange;
import io.daybook.ticketing.show.ShowError.NotYourShow;
import io.daybook.ticketing.show.ShowError.PriceNegative;
import io.daybook.ticketing.show.ShowError.ShowExistsWithDifferentContent;
import io.daybook.ticketing.show.ShowError.TicketTypeCountOutOfRange;
import io.daybook.ticketing.show.ShowError.TitleLengthOutOfRange;
import io.daybook.ticketing.show.ShowEvent.ShowCreated;
import io.daybook.ticketing.show.ShowEvent.ShowPublished;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ShowTest {
  private static final ShowId ID = new ShowId(DerivedId.of("shw", "1"));
  private static final OrganiserId CLEARED = new OrganiserId(DerivedId.of("org", "cleared"));
  private static final OrganiserId UNKNOWN = new OrganiserId(DerivedId.of("org", "unknown"));
  private static final TicketTypeId TYPE = typeId(1);
  private static final Instant STARTS_AT = Instant.parse("2030-01-01T20:00:00Z");
  private static final TicketType STANDING = type(1, "Standing", 45_00, 100);

  private static TestExecutor<Show> given(Object... events) {
    var fixture = new AggregateTestFixture<>(Show.class);
    OrganiserClearance clearance =
        organiser -> organiser.equals(CLEARED) ? Optional.of("kyb_1") : Optional.empty();
    fixture.registerInjectableResource(clearance);
    return fixture.given(Arrays.asList(events));
  }

  private static TicketTypeId typeId(int n) {
    return new TicketTypeId(DerivedId.of("tty", Integer.toString(n)));
  }

  private static TicketType type(int n, String name, long cents, int capacity) {
    return new TicketType(typeId(n), name, Money.of("EUR", cents), capacity);
  }

  private static CreateShow create(String title, TicketType... types) {
    return new CreateShow(ID, CLEARED, title, STARTS_AT, List.of(types));
  }

  private static ShowCreated created(String title, TicketType... types) {
    return created(CLEARED, title, types);
  }

  private static ShowCreated created(OrganiserId by, String title, TicketType... types) {
    return new ShowCreated(ID, by, title, STARTS_AT, List.of(types));
  }

  private static TicketType[] types(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> type(n, "Type", 1, 1))
        .toArray(TicketType[]::new);
  }

  @Test
  void isCreatedOnce() {
    given().when(create("Concert", STANDING)).expectEvents(created("Concert", STANDING));
    given(created("Concert", STANDING))
        .when(create("Concert", STANDING))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    given(created("Concert", STANDING))
        .when(create("Opera", STANDING))
        .expectExceptionDetails(new ShowExistsWithDifferentContent(ID));
  }

  @Test
  void hasATitleOfOneToTwoHundredCharacters() {
    String longest = "t".repeat(200);

    given().when(create("T", STANDING)).expectEvents(created("T", STANDING));
    given().when(create(longest, STANDING)).expectEvents(created(longest, STANDING));
    given().when(create(" ", STANDING)).expectExceptionDetails(new TitleLengthOutOfRange(1, 200));
    given()
        .when(create("t".repeat(201), STANDING))
        .expectExceptionDetails(new TitleLengthOutOfRange(201, 200));
  }

  @Test
  void hasOneToTwentyTicketTypes() {
    given().when(create("T", types(20))).expectEvents(created("T", types(20)));
    given()
        .when(create("T", types(21)))
        .expectExceptionDetails(new TicketTypeCountOutOfRange(21, 20));
    given().when(create("T")).expectExceptionDetails(new TicketTypeCountOutOfRange(0, 20));
  }

  @Test
  void refusesTheSameTicketTypeTwice() {
    given()
        .when(create("T", STANDING, type(1, "Seated", 60_00, 5)))
        .expectExceptionDetails(new DuplicateTicketType(TYPE));
  }

  @Test
  void hasOneCurrency() {
    var dollars = new TicketType(typeId(2), "Seated", Money.of("USD", 60_00), 5);

    given()
        .when(create("T", STANDING, dollars))
        .expectExceptionDetails(
            new MixedCurrencies(
                typeId(2), Currency.getInstance("EUR"), Currency.getInstance("USD")));
  }

  @Test
  void hasNamedTicketTypes() {
    given()
        .when(create("T", type(1, "", 1, 1)))
        .expectExceptionDetails(new NameLengthOutOfRange(TYPE, 0, 100));
    given()
        .when(create("T", type(1, "n".repeat(101), 1, 1)))
        .expectExceptionDetails(new NameLengthOutOfRange(TYPE, 101, 100));
  }

  @Test
  void hasPricesOfZeroOrMore() {
    TicketType free = type(1, "Free", 0, 1);

    given().when(create("T", free)).expectEvents(created("T", free));
    given()
        .when(create("T", type(1, "Gift", -1, 1)))
        .expectExceptionDetails(new PriceNegative(TYPE, Money.of("EUR", -1)));
  }

  @Test
  void hasOneToAHundredThousandSeatsOfAType() {
    TicketType largest = type(1, "Large", 1, 100_000);

    given().when(create("T", largest)).expectEvents(created("T", largest));
    for (int capacity : new int[] {0, 100_001}) {
      given()
          .when(create("T", type(1, "Large", 1, capacity)))
          .expectExceptionDetails(new CapacityOutOfRange(TYPE, capacity, 100_000));
    }
  }

  @Test
  void isPublishedOnceByAClearedOrganiser() {
    var published = new ShowPublished(ID, CLEARED, List.of(STANDING), "kyb_1");

    given(created("T", STANDING)).when(new PublishShow(ID, CLEARED)).expectEvents(published);
    given(created("T", STANDING), published)
        .when(new PublishShow(ID, CLEARED))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void isNotPublishedByAnOrganiserThatIsNotCleared() {
    given(created(UNKNOWN, "T", STANDING))
        .when(new PublishShow(ID, UNKNOWN))
        .expectNoEvents()
        .expectExceptionDetails(new KybRequired(UNKNOWN));
  }

  @Test
  void isNotPublishedByAnotherOrganiser() {
    given(created("T", STANDING))
        .when(new PublishShow(ID, UNKNOWN))
        .expectExceptionDetails(new NotYourShow(ID, UNKNOWN));
  }
}
