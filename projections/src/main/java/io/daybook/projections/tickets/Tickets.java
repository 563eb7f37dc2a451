package io.daybook.projections.tickets;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for tickets. */
public final class Tickets {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Tickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a ticket. */
  public Optional<TicketView> find(TicketId ticket) {
    return jdbc.sql("select * from read.tickets where ticket_id = ?")
        .param(ticket.value())
        .query(Row.mapper(TicketView::of))
        .optional();
  }

  /** Returns the tickets of an order by their serials; an order has at most ten. */
  public List<TicketView> findByOrder(OrderId order) {
    return jdbc.sql("select * from read.tickets where order_id = ? order by serial, ticket_id")
        .param(order.value())
        .query(Row.mapper(TicketView::of))
        .list();
  }

  /** Returns the tickets of a holder, the newest first. */
  public Page<TicketView> findByHolder(UserId holder, PageRequest request) {
    return PagedQuery.newestFirst("read.tickets", "created_position", TicketView::of)
        .where("holder_id = :holder", "holder", holder.value())
        .page(jdbc, request);
  }
}
