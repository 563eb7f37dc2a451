package io.daybook.ticketing.inventory;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryCommand.OpenPool;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.InventoryEvent.HoldReleased;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsHeld;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsReturned;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** A pool of ten seats, and short words for its messages. */
final class PoolFixture {
  static final int CAPACITY = 10;
  static final ShowId SHOW = new ShowId(DerivedId.of("shw", "1"));
  static final TicketTypeId TYPE = new TicketTypeId(DerivedId.of("tty", "1"));
  static final PoolId POOL = PoolId.of(SHOW, TYPE);
  static final OrganiserId ORGANISER = new OrganiserId(DerivedId.of("org", "1"));
  static final Money PRICE = Money.of("EUR", 45_00);
  static final UserId BUYER = new UserId(DerivedId.of("usr", "1"));
  static final HoldId HOLD = hold("1");
  static final HoldId OTHER_HOLD = hold("2");
  static final OrderId ORDER = new OrderId(DerivedId.of("ord", "1"));
  static final OrderId OTHER_ORDER = new OrderId(DerivedId.of("ord", "2"));
  static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
  static final Instant END = NOON.plusSeconds(600);
  static final Instant JUST_BEFORE_END = END.minusNanos(1);

  private PoolFixture() {}

  static TestExecutor<InventoryPool> pool(Object... more) {
    var fixture = new AggregateTestFixture<>(InventoryPool.class);
    return fixture.given(Stream.concat(Stream.of(opened(CAPACITY)), Stream.of(more)).toList());
  }

  static HoldId hold(String name) {
    return new HoldId(DerivedId.of("hld", name));
  }

  static OpenPool open(int capacity) {
    return new OpenPool(POOL, SHOW, TYPE, ORGANISER, PRICE, capacity);
  }

  static PoolOpened opened(int capacity) {
    return new PoolOpened(POOL, SHOW, TYPE, ORGANISER, PRICE, capacity);
  }

  static HoldSeats holdSeats(HoldId hold, int quantity, Instant at) {
    return new HoldSeats(POOL, hold, BUYER, quantity, at, at.plusSeconds(600));
  }

  static SeatsHeld held(HoldId hold, Instant expiresAt, Integer... seats) {
    return new SeatsHeld(POOL, hold, SHOW, BUYER, List.of(seats), PRICE, expiresAt);
  }

  static ConvertHold convert(HoldId hold, OrderId order, Instant at) {
    return new ConvertHold(POOL, hold, order, at);
  }

  static HoldConverted converted(HoldId hold, OrderId order, Integer... seats) {
    return new HoldConverted(POOL, hold, order, List.of(seats));
  }

  static HoldExpired expired(HoldId hold, Integer... seats) {
    return new HoldExpired(POOL, hold, List.of(seats));
  }

  static HoldReleased released(HoldId hold, Integer... seats) {
    return new HoldReleased(POOL, hold, List.of(seats));
  }

  static SeatsReturned returned(OrderId order, Integer... seats) {
    return new SeatsReturned(POOL, order, List.of(seats));
  }
}
