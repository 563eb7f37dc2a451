package io.daybook.ticketing.order;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ticketing.inventory.HoldId;

/** Identifies an order: {@code ord_} and 26 Crockford base-32 characters. */
public record OrderId(String value) {
  /** Checks the format. */
  public OrderId {
    IdFormat.check("ord", value);
  }

  /** Returns the order that {@code hold} becomes; a hold becomes one order at most. */
  public static OrderId of(HoldId hold) {
    return new OrderId(DerivedId.of("ord", hold.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
