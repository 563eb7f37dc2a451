package io.daybook.ticketing.inventory;

import io.daybook.ledger.UserId;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats that are or were set aside.
 *
 * @param order who the seats were sold to; absent unless they were
 */
record Hold(
    HoldId id,
    UserId buyer,
    List<Integer> seats,
    Instant expiresAt,
    Status status,
    @Nullable OrderId order) {
  enum Status {
    LIVE,
    /** Expired or released. */
    ENDED,
    CONVERTED,
    /** Converted, and the seats were given back. */
    RETURNED
  }

  static Hold placed(HoldId id, UserId buyer, List<Integer> seats, Instant expiresAt) {
    return new Hold(id, buyer, seats, expiresAt, Status.LIVE, null);
  }

  Hold ended() {
    return new Hold(id, buyer, seats, expiresAt, Status.ENDED, null);
  }

  Hold convertedFor(OrderId buyingOrder) {
    return new Hold(id, buyer, seats, expiresAt, Status.CONVERTED, buyingOrder);
  }

  Hold returned() {
    return new Hold(id, buyer, seats, expiresAt, Status.RETURNED, order);
  }

  /** Whether the seats are set aside at {@code at}; a hold lives up to, not at, its end. */
  boolean isLive(Instant at) {
    return status == Status.LIVE && at.isBefore(expiresAt);
  }
}
