package io.daybook.projections.tickets;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for tickets. */
public final class Tickets {
  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  /** Reads through {@code jdbc}. */
  public Tickets(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Returns a ticket. */
  public Optional<TicketView> find(TicketId ticket) {
    return jdbc.sql("select * from read.tickets where ticket_id = ?")
        .param(ticket.value())
        .query(Row.mapper(TicketView::of))
        .optional()
        .map(view -> view.opened(texts));
  }

  /** Returns the tickets of an order by their serials; an order has at most ten. */
  public List<TicketView> findByOrder(OrderId order) {
    return jdbc
        .sql("select * from read.tickets where order_id = ? order by serial, ticket_id")
        .param(order.value())
        .query(Row.mapper(TicketView::of))
        .list()
        .stream()
        .map(view -> view.opened(texts))
        .toList();
  }

  /** Returns the tickets of a holder but those of archived shows, the newest first. */
  public Page<TicketView> findByHolder(UserId holder, PageRequest request) {
    return findByHolder(holder)
        .where("show_id not in (select show_id from read.archived_shows)")
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns all tickets of a holder, the newest first. */
  public Page<TicketView> findByHolderWithArchive(UserId holder, PageRequest request) {
    return findByHolder(holder).page(jdbc, request).map(view -> view.opened(texts));
  }

  private static PagedQuery<TicketView> findByHolder(UserId holder) {
    return PagedQuery.newestFirst("read.tickets", "created_position", TicketView::of)
        .where("holder_id = :holder", "holder", holder.value());
  }
}
