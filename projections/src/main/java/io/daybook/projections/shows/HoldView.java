package io.daybook.projections.shows;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold on seats.
 *
 * @param seats the seats' numbers in the pool
 * @param expiresAt from then on it is dead, whatever its state says
 * @param order the order that it became; absent before
 * @param position the journal index of its last event
 */
public record HoldView(
    HoldId hold,
    PoolId pool,
    ShowId show,
    TicketTypeId ticketType,
    OrganiserId organiser,
    UserId buyer,
    List<Integer> seats,
    Money unitPrice,
    Instant expiresAt,
    HoldState state,
    @Nullable OrderId order,
    Instant createdAt,
    long position) {
  /** Copies the list. */
  public HoldView {
    seats = List.copyOf(seats);
  }

  static HoldView of(Row row) throws SQLException {
    return new HoldView(
        row.value("hold_id", HoldId::new),
        row.value("pool_id", PoolId::new),
        row.value("show_id", ShowId::new),
        row.value("ticket_type_id", TicketTypeId::new),
        row.value("organiser_id", OrganiserId::new),
        row.value("buyer_id", UserId::new),
        List.of(row.integers("seats")),
        row.money("unit_price_minor"),
        row.instant("expires_at"),
        row.value("state", HoldState::valueOf),
        row.valueOrNull("order_id", OrderId::new),
        row.instant("created_at"),
        row.number("position"));
  }
}
