package io.daybook.ticketing.inventory;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Instant;
import java.util.List;

/** What happened to a pool of seats. */
public sealed interface InventoryEvent {
  /** Returns the pool that it happened to. */
  PoolId pool();

  /** A pool was opened with seats numbered from 1 to {@code capacity}. */
  record PoolOpened(
      PoolId pool,
      ShowId show,
      TicketTypeId ticketType,
      OrganiserId organiser,
      Money price,
      int capacity)
      implements InventoryEvent {}

  /** Seats were set aside for a buyer. */
  record SeatsHeld(
      PoolId pool,
      HoldId hold,
      ShowId show,
      UserId buyer,
      List<Integer> seats,
      Money unitPrice,
      Instant expiresAt)
      implements InventoryEvent {
    /** Copies the list. */
    public SeatsHeld {
      seats = List.copyOf(seats);
    }
  }

  /** Held seats were sold. */
  record HoldConverted(PoolId pool, HoldId hold, OrderId order, List<Integer> seats)
      implements InventoryEvent {
    /** Copies the list. */
    public HoldConverted {
      seats = List.copyOf(seats);
    }
  }

  /** Held seats were given back before their time. */
  record HoldReleased(PoolId pool, HoldId hold, List<Integer> seats) implements InventoryEvent {
    /** Copies the list. */
    public HoldReleased {
      seats = List.copyOf(seats);
    }
  }

  /** Held seats are free again because their time ended. */
  record HoldExpired(PoolId pool, HoldId hold, List<Integer> seats) implements InventoryEvent {
    /** Copies the list. */
    public HoldExpired {
      seats = List.copyOf(seats);
    }
  }

  /** Sold seats are free again because their order was refunded. */
  record SeatsReturned(PoolId pool, OrderId order, List<Integer> seats) implements InventoryEvent {
    /** Copies the list. */
    public SeatsReturned {
      seats = List.copyOf(seats);
    }
  }
}
