package io.daybook.ticketing.inventory;

import static io.daybook.ticketing.inventory.PoolFixture.BUYER;
import static io.daybook.ticketing.inventory.PoolFixture.END;
import static io.daybook.ticketing.inventory.PoolFixture.HOLD;
import static io.daybook.ticketing.inventory.PoolFixture.JUST_BEFORE_END;
import static io.daybook.ticketing.inventory.PoolFixture.NOON;
import static io.daybook.ticketing.inventory.PoolFixture.ORDER;
import static io.daybook.ticketing.inventory.PoolFixture.OTHER_HOLD;
import static io.daybook.ticketing.inventory.PoolFixture.POOL;
import static io.daybook.ticketing.inventory.PoolFixture.converted;
import static io.daybook.ticketing.inventory.PoolFixture.expired;
import static io.daybook.ticketing.inventory.PoolFixture.held;
import static io.daybook.ticketing.inventory.PoolFixture.hold;
import static io.daybook.ticketing.inventory.PoolFixture.holdSeats;
import static io.daybook.ticketing.inventory.PoolFixture.pool;
import static io.daybook.ticketing.inventory.PoolFixture.released;
import static io.daybook.ticketing.inventory.PoolFixture.returned;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryError.HoldExistsWithDifferentContent;
import io.daybook.ticketing.inventory.InventoryError.HoldPeriodOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.QuantityOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.SoldOut;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldSeatsTest {
  private static final Integer[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

  @Test
  void takesTheFirstFreeSeats() {
    pool(held(OTHER_HOLD, END, 1, 2))
        .when(holdSeats(HOLD, 3, NOON))
        .expectEvents(held(HOLD, END, 3, 4, 5));
  }

  @Test
  void takesSeatsThatBecameFreeAgain() {
    pool(held(OTHER_HOLD, END, 1, 2), released(OTHER_HOLD, 1, 2))
        .when(holdSeats(HOLD, 1, NOON))
        .expectEvents(held(HOLD, END, 1));
    pool(held(OTHER_HOLD, END, 1, 2), converted(OTHER_HOLD, ORDER, 1, 2), returned(ORDER, 1, 2))
        .when(holdSeats(HOLD, 1, NOON))
        .expectEvents(held(HOLD, END, 1));
  }

  @Test
  void takesTheLastSeats() {
    pool(held(OTHER_HOLD, END, EIGHT))
        .when(holdSeats(HOLD, 2, NOON))
        .expectEvents(held(HOLD, END, 9, 10));
  }

  @Test
  void refusesOneSeatMoreThanThereIs() {
    pool(held(OTHER_HOLD, END, EIGHT))
        .when(holdSeats(HOLD, 3, NOON))
        .expectNoEvents()
        .expectExceptionDetails(new SoldOut(POOL, 2, 3));
  }

  @Test
  void takesTheSeatsOfAHoldAtItsEnd() {
    pool(held(OTHER_HOLD, END, EIGHT))
        .when(holdSeats(HOLD, 3, END))
        .expectEvents(expired(OTHER_HOLD, EIGHT), held(HOLD, END.plusSeconds(600), 1, 2, 3));
  }

  @Test
  void leavesTheSeatsOfAHoldJustBeforeItsEnd() {
    pool(held(OTHER_HOLD, END, EIGHT))
        .when(holdSeats(HOLD, 3, JUST_BEFORE_END))
        .expectExceptionDetails(new SoldOut(POOL, 2, 3));
  }

  @Test
  void leavesTheSeatsOfASoldHoldAfterItsEnd() {
    pool(held(OTHER_HOLD, END, EIGHT), converted(OTHER_HOLD, ORDER, EIGHT))
        .when(holdSeats(HOLD, 3, END))
        .expectExceptionDetails(new SoldOut(POOL, 2, 3));
  }

  @Test
  void changesNothingWhenRepeatedLater() {
    pool(held(HOLD, END, 1, 2))
        .when(holdSeats(HOLD, 2, NOON.plusSeconds(5)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void doesNotReviveAnEndedHoldWhenRepeated() {
    pool(held(HOLD, END, 1), expired(HOLD, 1))
        .when(holdSeats(HOLD, 1, NOON))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesARepeatWithAnotherQuantity() {
    pool(held(HOLD, END, 1, 2))
        .when(holdSeats(HOLD, 1, NOON))
        .expectExceptionDetails(new HoldExistsWithDifferentContent(HOLD));
  }

  @Test
  void refusesARepeatByAnotherBuyer() {
    var thief = new UserId(DerivedId.of("usr", "thief"));

    pool(held(HOLD, END, 1))
        .when(new HoldSeats(POOL, HOLD, thief, 1, NOON, END))
        .expectExceptionDetails(new HoldExistsWithDifferentContent(HOLD));
  }

  @Test
  void isForOneToTenSeats() {
    pool().when(holdSeats(HOLD, 0, NOON)).expectExceptionDetails(quantityError(0));
    pool().when(holdSeats(HOLD, 11, NOON)).expectExceptionDetails(quantityError(11));
    pool()
        .when(holdSeats(HOLD, 10, NOON))
        .expectEvents(held(HOLD, END, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  }

  private static QuantityOutOfRange quantityError(int quantity) {
    return new QuantityOutOfRange(HOLD, quantity, 10);
  }

  @Test
  void lastsAtMostAnHour() {
    Instant one = NOON.plusSeconds(3_600);

    pool().when(until(one)).expectEvents(held(HOLD, one, 1));
    pool().when(until(one.plusNanos(1))).expectExceptionDetails(periodError(one.plusNanos(1)));
  }

  @Test
  void endsAfterItStarts() {
    pool().when(until(NOON)).expectExceptionDetails(periodError(NOON));
    pool().when(until(NOON.plusNanos(1))).expectEvents(held(HOLD, NOON.plusNanos(1), 1));
  }

  private static HoldSeats until(Instant end) {
    return new HoldSeats(POOL, HOLD, BUYER, 1, NOON, end);
  }

  private static HoldPeriodOutOfRange periodError(Instant end) {
    return new HoldPeriodOutOfRange(HOLD, NOON, end);
  }

  @Test
  void sweepsEveryEndedHoldInTheOrderOfTheirEnds() {
    pool(held(hold("late"), END, 1), held(hold("early"), JUST_BEFORE_END, 2))
        .when(holdSeats(HOLD, 1, END))
        .expectEvents(
            expired(hold("early"), 2),
            expired(hold("late"), 1),
            held(HOLD, END.plusSeconds(600), 1));
  }
}
