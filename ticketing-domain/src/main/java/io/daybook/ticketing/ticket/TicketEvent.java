package io.daybook.ticketing.ticket;

import io.daybook.ledger.UserId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;

/** What happened to a ticket. */
public sealed interface TicketEvent {
  /** Returns the ticket that it happened to. */
  TicketId ticket();

  /** A ticket was issued. */
  record TicketIssued(
      TicketId ticket,
      OrderId order,
      ShowId show,
      TicketTypeId ticketType,
      UserId holder,
      int serial)
      implements TicketEvent {}

  /** A ticket gives no right to enter any more. */
  record TicketRevoked(TicketId ticket, OrderId order, String reason) implements TicketEvent {}
}
