package io.daybook.ticketing.inventory;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;

/** Identifies a pool of seats: {@code pol_} and 26 Crockford base-32 characters. */
public record PoolId(String value) {
  /** Checks the format. */
  public PoolId {
    IdFormat.check("pol", value);
  }

  /** Returns the pool of the seats of {@code ticketType} of {@code show}. */
  public static PoolId of(ShowId show, TicketTypeId ticketType) {
    return new PoolId(DerivedId.of("pol", show.value(), ticketType.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
