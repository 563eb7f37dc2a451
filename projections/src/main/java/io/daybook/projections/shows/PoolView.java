package io.daybook.projections.shows;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.sql.SQLException;

/**
 * A pool of seats.
 *
 * @param position the journal index of its last event
 */
public record PoolView(
    PoolId pool,
    ShowId show,
    TicketTypeId ticketType,
    OrganiserId organiser,
    Money price,
    int capacity,
    int held,
    int sold,
    long position) {
  /** Returns how many seats can be had. */
  public int free() {
    return capacity - held - sold;
  }

  static PoolView of(Row row) throws SQLException {
    return new PoolView(
        row.value("pool_id", PoolId::new),
        row.value("show_id", ShowId::new),
        row.value("ticket_type_id", TicketTypeId::new),
        row.value("organiser_id", OrganiserId::new),
        row.money("price_minor"),
        row.integer("capacity"),
        row.integer("held"),
        row.integer("sold"),
        row.number("position"));
  }
}
