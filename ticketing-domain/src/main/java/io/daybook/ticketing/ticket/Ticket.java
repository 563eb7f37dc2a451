package io.daybook.ticketing.ticket;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ticketing.ticket.TicketCommand.IssueTicket;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketError.TicketExistsWithDifferentContent;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One person's right to enter a show. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Ticket {
  @AggregateIdentifier private TicketId id;
  private TicketIssued issue;
  private boolean isRevoked;

  Ticket() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(IssueTicket command) {
    var issued =
        new TicketIssued(
            command.ticket(),
            command.order(),
            command.show(),
            command.ticketType(),
            command.holder(),
            command.serial());
    if (id == null) {
      apply(issued);
    } else if (!issued.equals(issue)) {
      throw new CommandRefused(new TicketExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(RevokeTicket command) {
    if (!isRevoked) {
      apply(new TicketRevoked(id, issue.order(), command.reason()));
    }
  }

  @EventSourcingHandler
  void on(TicketEvent event) {
    switch (event) {
      case TicketIssued issued -> {
        id = issued.ticket();
        issue = issued;
      }
      case TicketRevoked _ -> isRevoked = true;
    }
  }
}
