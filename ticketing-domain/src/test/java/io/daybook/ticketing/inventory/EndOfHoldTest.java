package io.daybook.ticketing.inventory;

import static io.daybook.ticketing.inventory.PoolFixture.BUYER;
import static io.daybook.ticketing.inventory.PoolFixture.CAPACITY;
import static io.daybook.ticketing.inventory.PoolFixture.END;
import static io.daybook.ticketing.inventory.PoolFixture.HOLD;
import static io.daybook.ticketing.inventory.PoolFixture.JUST_BEFORE_END;
import static io.daybook.ticketing.inventory.PoolFixture.NOON;
import static io.daybook.ticketing.inventory.PoolFixture.ORDER;
import static io.daybook.ticketing.inventory.PoolFixture.OTHER_HOLD;
import static io.daybook.ticketing.inventory.PoolFixture.OTHER_ORDER;
import static io.daybook.ticketing.inventory.PoolFixture.POOL;
import static io.daybook.ticketing.inventory.PoolFixture.convert;
import static io.daybook.ticketing.inventory.PoolFixture.converted;
import static io.daybook.ticketing.inventory.PoolFixture.expired;
import static io.daybook.ticketing.inventory.PoolFixture.held;
import static io.daybook.ticketing.inventory.PoolFixture.open;
import static io.daybook.ticketing.inventory.PoolFixture.opened;
import static io.daybook.ticketing.inventory.PoolFixture.pool;
import static io.daybook.ticketing.inventory.PoolFixture.released;
import static io.daybook.ticketing.inventory.PoolFixture.returned;

import io.daybook.ticketing.inventory.InventoryCommand.CheckHold;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryError.CapacityOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.HoldAlreadyConverted;
import io.daybook.ticketing.inventory.InventoryError.HoldExistsWithDifferentContent;
import io.daybook.ticketing.inventory.InventoryError.HoldExpired;
import io.daybook.ticketing.inventory.InventoryError.OrderAlreadySeated;
import io.daybook.ticketing.inventory.InventoryError.PoolExistsWithDifferentContent;
import io.daybook.ticketing.inventory.InventoryError.UnknownHold;
import io.daybook.ticketing.inventory.InventoryError.UnknownOrder;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A hold ends once: sold, released or expired. */
class EndOfHoldTest {
  @Nested
  class WhenSold {
    @Test
    void sellsUpToTheEnd() {
      pool(held(HOLD, END, 1, 2))
          .when(convert(HOLD, ORDER, JUST_BEFORE_END))
          .expectEvents(converted(HOLD, ORDER, 1, 2));
    }

    @Test
    void refusesAtTheEndEvenIfNobodySweptTheHoldAway() {
      pool(held(HOLD, END, 1))
          .when(convert(HOLD, ORDER, END))
          .expectNoEvents()
          .expectExceptionDetails(new HoldExpired(HOLD, END));
    }

    @Test
    void refusesAnExpiredHoldEvenIfTheClockGoesBack() {
      pool(held(HOLD, END, 1), expired(HOLD, 1))
          .when(convert(HOLD, ORDER, NOON))
          .expectExceptionDetails(new HoldExpired(HOLD, END));
    }

    @Test
    void refusesAReleasedHold() {
      pool(held(HOLD, END, 1), released(HOLD, 1))
          .when(convert(HOLD, ORDER, NOON))
          .expectExceptionDetails(new HoldExpired(HOLD, END));
    }

    @Test
    void refusesAnUnknownHold() {
      pool().when(convert(HOLD, ORDER, NOON)).expectExceptionDetails(new UnknownHold(HOLD));
    }

    @Test
    void changesNothingWhenRepeatedForTheSameOrder() {
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1))
          .when(convert(HOLD, ORDER, END))
          .expectSuccessfulHandlerExecution()
          .expectNoEvents();
    }

    @Test
    void refusesAnotherOrder() {
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1))
          .when(convert(HOLD, OTHER_ORDER, NOON))
          .expectExceptionDetails(new HoldAlreadyConverted(HOLD, ORDER));
    }

    @Test
    void refusesASecondHoldForTheSameOrder() {
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1), held(OTHER_HOLD, END, 2))
          .when(convert(OTHER_HOLD, ORDER, NOON))
          .expectExceptionDetails(new OrderAlreadySeated(ORDER, HOLD));
    }
  }

  @Nested
  class WhenReleased {
    @Test
    void freesTheSeats() {
      pool(held(HOLD, END, 1))
          .when(new ReleaseHold(POOL, HOLD, NOON))
          .expectEvents(released(HOLD, 1));
    }

    @Test
    void expiresInsteadAtItsEnd() {
      pool(held(HOLD, END, 1))
          .when(new ReleaseHold(POOL, HOLD, END))
          .expectEvents(expired(HOLD, 1));
    }

    @Test
    void changesNothingWhenRepeated() {
      pool(held(HOLD, END, 1), released(HOLD, 1))
          .when(new ReleaseHold(POOL, HOLD, NOON))
          .expectSuccessfulHandlerExecution()
          .expectNoEvents();
    }

    @Test
    void refusesASoldHold() {
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1))
          .when(new ReleaseHold(POOL, HOLD, NOON))
          .expectExceptionDetails(new HoldAlreadyConverted(HOLD, ORDER));
    }
  }

  @Nested
  class WhenItsTimeEnds {
    @Test
    void expiresAtItsEndAndNotBefore() {
      pool(held(HOLD, END, 1))
          .when(new ExpireHolds(POOL, JUST_BEFORE_END))
          .expectSuccessfulHandlerExecution()
          .expectNoEvents();
      pool(held(HOLD, END, 1)).when(new ExpireHolds(POOL, END)).expectEvents(expired(HOLD, 1));
    }

    @Test
    void expiresEachHoldOnce() {
      pool(held(HOLD, END, 1), held(OTHER_HOLD, END.plusNanos(1), 2), expired(HOLD, 1))
          .when(new ExpireHolds(POOL, END.plusNanos(1)))
          .expectEvents(expired(OTHER_HOLD, 2));
    }

    @Test
    void doesNotExpireWhatWasSold() {
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1))
          .when(new ExpireHolds(POOL, END))
          .expectNoEvents();
    }
  }

  @Nested
  class WhenChecked {
    private static CheckHold check(int quantity) {
      return new CheckHold(POOL, HOLD, BUYER, quantity, JUST_BEFORE_END);
    }

    @Test
    void isFineWhileItLives() {
      pool(held(HOLD, END, 1)).when(check(1)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void refusesWhatDoesNotHoldTheSeats() {
      pool().when(check(1)).expectExceptionDetails(new UnknownHold(HOLD));
      pool(held(HOLD, END, 1))
          .when(check(2))
          .expectExceptionDetails(new HoldExistsWithDifferentContent(HOLD));
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1))
          .when(check(1))
          .expectExceptionDetails(new HoldAlreadyConverted(HOLD, ORDER));
      pool(held(HOLD, JUST_BEFORE_END, 1))
          .when(check(1))
          .expectExceptionDetails(new HoldExpired(HOLD, JUST_BEFORE_END));
    }
  }

  @Nested
  class WhenRefunded {
    @Test
    void givesTheSoldSeatsBackOnce() {
      pool(held(HOLD, END, 1, 2), converted(HOLD, ORDER, 1, 2))
          .when(new ReturnSeats(POOL, ORDER))
          .expectEvents(returned(ORDER, 1, 2));
      pool(held(HOLD, END, 1), converted(HOLD, ORDER, 1), returned(ORDER, 1))
          .when(new ReturnSeats(POOL, ORDER))
          .expectSuccessfulHandlerExecution()
          .expectNoEvents();
    }

    @Test
    void refusesAnOrderWithoutSeats() {
      pool(held(HOLD, END, 1))
          .when(new ReturnSeats(POOL, ORDER))
          .expectExceptionDetails(new UnknownOrder(POOL, ORDER));
    }
  }

  @Nested
  class WhenThePoolOpens {
    @Test
    void hasOneToAHundredThousandSeats() {
      for (int capacity : new int[] {1, 100_000}) {
        empty().givenNoPriorActivity().when(open(capacity)).expectEvents(opened(capacity));
      }
      for (int capacity : new int[] {0, 100_001}) {
        empty()
            .givenNoPriorActivity()
            .when(open(capacity))
            .expectExceptionDetails(new CapacityOutOfRange(POOL, capacity, 100_000));
      }
    }

    @Test
    void opensOnce() {
      pool().when(open(CAPACITY)).expectSuccessfulHandlerExecution().expectNoEvents();
      pool()
          .when(open(CAPACITY + 1))
          .expectExceptionDetails(new PoolExistsWithDifferentContent(POOL));
    }

    private static AggregateTestFixture<InventoryPool> empty() {
      return new AggregateTestFixture<>(InventoryPool.class);
    }
  }
}
