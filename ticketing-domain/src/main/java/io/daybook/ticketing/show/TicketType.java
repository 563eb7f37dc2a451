package io.daybook.ticketing.show;

import io.daybook.ledger.money.Money;
import java.util.Objects;

/**
 * One price category of a show.
 *
 * @param name shown to buyers, 1 to 100 characters
 * @param price what one ticket costs; zero or more
 * @param capacity how many seats there are, from 1 to 100,000
 */
public record TicketType(TicketTypeId ticketType, String name, Money price, int capacity) {
  /** Checks that nothing is absent. */
  public TicketType {
    Objects.requireNonNull(ticketType, "ticketType");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(price, "price");
  }
}
