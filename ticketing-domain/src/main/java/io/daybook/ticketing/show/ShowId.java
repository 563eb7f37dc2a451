package io.daybook.ticketing.show;

import io.daybook.ledger.IdFormat;

/** Identifies a show: {@code shw_} and 26 Crockford base-32 characters. */
public record ShowId(String value) {
  /** Checks the format. */
  public ShowId {
    IdFormat.check("shw", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
