package io.daybook.ticketing.sale;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand;
import io.daybook.ticketing.inventory.InventoryCommand.CheckHold;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryError;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.ticket.TicketCommand.IssueTicket;
import io.daybook.ticketing.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a sale asks of the pool of its seats. */
record SeatsOfSale(OrderId order, OrderContent content, CommandSender commands) {
  private static final Duration LATE_HOLD = Duration.ofMinutes(10);

  /** Returns whether the buyer holds the ordered seats at {@code at}. */
  boolean areHeld(Instant at) {
    return isAccepted(
        new CheckHold(content.pool(), content.hold(), content.buyer(), content.quantity(), at));
  }

  /**
   * Turns the hold into sold seats, or takes free seats if the hold has ended.
   *
   * @param at when the money came
   * @return whether the order has seats now
   */
  boolean buy(Instant at) {
    var lateHold = new HoldId(DerivedId.of("hld", "late", order.value()));
    return isAccepted(new ConvertHold(content.pool(), content.hold(), order, at))
        || (isAccepted(holdAgain(lateHold, at))
            && isAccepted(new ConvertHold(content.pool(), lateHold, order, at)));
  }

  private HoldSeats holdAgain(HoldId lateHold, Instant at) {
    return new HoldSeats(
        content.pool(), lateHold, content.buyer(), content.quantity(), at, at.plus(LATE_HOLD));
  }

  /** Whether the pool accepts {@code command}; a failure that is no refusal goes on upwards. */
  private boolean isAccepted(InventoryCommand command) {
    try {
      commands.send(command);
      return true;
    } catch (CommandRefused refused) {
      if (refused.error() instanceof InventoryError) {
        return false;
      }
      throw refused;
    }
  }

  /** Issues a ticket for each of {@code seats}. */
  void issueTickets(List<Integer> seats) {
    for (int seat : seats) {
      commands.send(
          new IssueTicket(
              TicketId.of(order, seat),
              order,
              content.show(),
              content.ticketType(),
              content.buyer(),
              seat));
    }
  }
}
