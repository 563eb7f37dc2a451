package io.daybook.ticketing.ticket;

import io.daybook.ledger.UserId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a ticket can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface TicketCommand {
  /** Returns the ticket that the command is for. */
  TicketId ticket();

  /**
   * Issues a ticket.
   *
   * @param serial the seat's number in its pool
   */
  record IssueTicket(
      @TargetAggregateIdentifier TicketId ticket,
      OrderId order,
      ShowId show,
      TicketTypeId ticketType,
      UserId holder,
      int serial)
      implements TicketCommand {}

  /** Ends a ticket's right to enter. */
  record RevokeTicket(@TargetAggregateIdentifier TicketId ticket, String reason)
      implements TicketCommand {}
}
