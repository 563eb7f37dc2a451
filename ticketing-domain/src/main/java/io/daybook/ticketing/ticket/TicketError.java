package io.daybook.ticketing.ticket;

import io.daybook.ledger.DomainError;

/** Why a ticket refuses a command. */
public sealed interface TicketError extends DomainError {
  /** The ticket's id is taken by a ticket with other content. */
  record TicketExistsWithDifferentContent(TicketId ticket) implements TicketError {
    @Override
    public String code() {
      return "ticket_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "ticket " + ticket + " was issued before with other content";
    }
  }
}
