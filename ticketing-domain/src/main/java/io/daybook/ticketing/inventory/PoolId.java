package io.daybook.ticketing.inventory;

import io.daybook.ledger.IdFormat;

/** Identifies a pool of seats: {@code pol_} and 26 Crockford base-32 characters. */
public record PoolId(String value) {
  /** Checks the format. */
  public PoolId {
    IdFormat.check("pol", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
