package io.daybook.ticketing.inventory;

import io.daybook.ledger.IdFormat;

/** Identifies a hold on seats: {@code hld_} and 26 Crockford base-32 characters. */
public record HoldId(String value) {
  /** Checks the format. */
  public HoldId {
    IdFormat.check("hld", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
