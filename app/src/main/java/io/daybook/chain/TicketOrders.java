package io.daybook.chain;

import io.daybook.chain.OrderTable.Order;
import io.daybook.recorder.publication.LeafHashes;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * Orders a token for each ticket, and its end with the ticket's. It asks nothing of the chain, so a
 * sale never waits for it; without a chain the orders wait.
 */
@ProcessingGroup(TicketOrders.GROUP)
final class TicketOrders {
  static final String GROUP = "chain-orders";

  private final OrderTable orders;
  private final LeafHashes leaves;

  TicketOrders(OrderTable orders, LeafHashes leaves) {
    this.orders = orders;
    this.leaves = leaves;
  }

  /** The token says which record of the journal issued its ticket, and nothing else. */
  @EventHandler
  void on(TicketIssued event, @MessageIdentifier String eventId) {
    var commitment = new Commitment("0x" + leaves.of(eventId).toHex());
    orders.add(new Order.Mint(event.ticket(), event.show(), commitment));
  }

  @EventHandler
  void on(TicketRevoked event) {
    orders.add(new Order.Burn(event.ticket()));
  }
}
