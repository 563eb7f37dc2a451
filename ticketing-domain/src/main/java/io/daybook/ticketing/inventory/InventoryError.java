package io.daybook.ticketing.inventory;

import io.daybook.ledger.DomainError;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;

/** Why a pool of seats refuses a command, in order of precedence. */
public sealed interface InventoryError extends DomainError {
  /** The pool's id is taken by a pool with other content. */
  record PoolExistsWithDifferentContent(PoolId pool) implements InventoryError {
    @Override
    public String code() {
      return "pool_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "pool " + pool + " was opened before with other content";
    }
  }

  /** The pool would have no seats or too many. */
  record CapacityOutOfRange(PoolId pool, int capacity, int maximum) implements InventoryError {
    @Override
    public String code() {
      return "capacity_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a pool has 1 to " + maximum + " seats, not " + capacity;
    }
  }

  /** The hold's id is taken by a hold of another buyer or quantity. */
  record HoldExistsWithDifferentContent(HoldId hold) implements InventoryError {
    @Override
    public String code() {
      return "hold_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " was placed before with other content";
    }
  }

  /** The hold is for no seats or too many. */
  record QuantityOutOfRange(HoldId hold, int quantity, int maximum) implements InventoryError {
    @Override
    public String code() {
      return "quantity_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a hold is for 1 to " + maximum + " seats, not " + quantity;
    }
  }

  /** The hold would end before it starts, or last too long. */
  record HoldPeriodOutOfRange(HoldId hold, Instant at, Instant expiresAt)
      implements InventoryError {
    @Override
    public String code() {
      return "hold_period_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a hold ends within an hour, not from " + at + " to " + expiresAt;
    }
  }

  /** There are too few free seats, now. */
  record SoldOut(PoolId pool, int free, int requested) implements InventoryError {
    @Override
    public String code() {
      return "sold_out";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return free + " seats are free, but " + requested + " are requested";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The pool has no such hold. */
  record UnknownHold(HoldId hold) implements InventoryError {
    @Override
    public String code() {
      return "unknown_hold";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no hold " + hold;
    }
  }

  /** The hold's seats were sold to another order. */
  record HoldAlreadyConverted(HoldId hold, OrderId order) implements InventoryError {
    @Override
    public String code() {
      return "hold_already_converted";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " was sold to order " + order;
    }
  }

  /** The order has got its seats by another hold. */
  record OrderAlreadySeated(OrderId order, HoldId hold) implements InventoryError {
    @Override
    public String code() {
      return "order_already_seated";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " got its seats by hold " + hold;
    }
  }

  /** The hold has ended or was released. */
  record HoldExpired(HoldId hold, Instant expiresAt) implements InventoryError {
    @Override
    public String code() {
      return "hold_expired";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "hold " + hold + " has ended; it was placed until " + expiresAt;
    }
  }

  /** The pool has sold no seats to the order. */
  record UnknownOrder(PoolId pool, OrderId order) implements InventoryError {
    @Override
    public String code() {
      return "unknown_order";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "pool " + pool + " has sold no seats to order " + order;
    }
  }
}
