package io.daybook.ticketing.ticket;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketCommand.IssueTicket;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketError.TicketExistsWithDifferentContent;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final OrderId ORDER = new OrderId(DerivedId.of("ord", "1"));
  private static final TicketId ID = TicketId.of(ORDER, 7);
  private static final ShowId SHOW = new ShowId(DerivedId.of("shw", "1"));
  private static final TicketTypeId TYPE = new TicketTypeId(DerivedId.of("tty", "1"));
  private static final UserId HOLDER = new UserId(DerivedId.of("usr", "1"));
  private static final TicketIssued ISSUED = new TicketIssued(ID, ORDER, SHOW, TYPE, HOLDER, 7);
  private static final TicketRevoked REVOKED = new TicketRevoked(ID, ORDER, "refund");

  private static TestExecutor<Ticket> given(Object... events) {
    return new AggregateTestFixture<>(Ticket.class).given(events);
  }

  private static IssueTicket issue(int serial) {
    return new IssueTicket(ID, ORDER, SHOW, TYPE, HOLDER, serial);
  }

  @Test
  void isIssuedOnce() {
    given().when(issue(7)).expectEvents(ISSUED);
    given(ISSUED).when(issue(7)).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void refusesARepeatForAnotherSeat() {
    given(ISSUED).when(issue(8)).expectExceptionDetails(new TicketExistsWithDifferentContent(ID));
  }

  @Test
  void isRevokedOnceAndForEver() {
    given(ISSUED).when(new RevokeTicket(ID, "refund")).expectEvents(REVOKED);
    given(ISSUED, REVOKED).when(new RevokeTicket(ID, "refund")).expectNoEvents();
    given(ISSUED, REVOKED).when(issue(7)).expectSuccessfulHandlerExecution().expectNoEvents();
  }
}
