package io.daybook.ticketing.ticket;

import io.daybook.ledger.IdFormat;

/** Identifies a ticket: {@code tkt_} and 26 Crockford base-32 characters. */
public record TicketId(String value) {
  /** Checks the format. */
  public TicketId {
    IdFormat.check("tkt", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
