package io.daybook.ticketing.show;

import io.daybook.ledger.IdFormat;

/** Identifies a type of ticket of a show: {@code tty_} and 26 Crockford base-32 characters. */
public record TicketTypeId(String value) {
  /** Checks the format. */
  public TicketTypeId {
    IdFormat.check("tty", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
