package io.daybook.ticketing.order;

import io.daybook.ledger.IdFormat;

/** Identifies an order: {@code ord_} and 26 Crockford base-32 characters. */
public record OrderId(String value) {
  /** Checks the format. */
  public OrderId {
    IdFormat.check("ord", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
