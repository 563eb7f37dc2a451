package io.daybook.projections.shows;

import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.show.TicketTypeId;
import java.sql.SQLException;

/**
 * A type of ticket and its seats, counted over all its pools.
 *
 * @param capacity how many seats the organiser planned
 * @param held how many are set aside now
 * @param sold how many are sold
 * @param free how many can be had; 0 before the show is published
 */
public record TicketTypeView(
    TicketTypeId ticketType, String name, Money price, int capacity, int held, int sold, int free) {
  static TicketTypeView of(Row row) throws SQLException {
    return new TicketTypeView(
        row.value("ticket_type_id", TicketTypeId::new),
        row.text("name"),
        row.money("price_minor"),
        row.integer("capacity"),
        row.integer("held"),
        row.integer("sold"),
        row.integer("free"));
  }
}
