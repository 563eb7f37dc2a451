package io.daybook.ticketing.ticket;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ticketing.order.OrderId;

/** Identifies a ticket: {@code tkt_} and 26 Crockford base-32 characters. */
public record TicketId(String value) {
  /** Checks the format. */
  public TicketId {
    IdFormat.check("tkt", value);
  }

  /** Returns the ticket that {@code order} gets for {@code seat}. */
  public static TicketId of(OrderId order, int seat) {
    return new TicketId(DerivedId.of("tkt", order.value(), Integer.toString(seat)));
  }

  @Override
  public String toString() {
    return value;
  }
}
