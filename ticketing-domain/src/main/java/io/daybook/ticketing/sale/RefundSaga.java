package io.daybook.ticketing.sale;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderCommand.MarkRefunded;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/**
 * One refund, from its request to the money's return.
 *
 * <p>The tickets are revoked before the money moves and the seats are free only after it has, so a
 * seat never has two valid tickets. Its state is serialised by its fields.
 */
@ProcessingGroup(RefundSaga.GROUP)
@SuppressWarnings("NullAway.Init") // Axon creates it empty; the request fills it.
public final class RefundSaga {
  static final String GROUP = "refund";

  private OrderId order;
  private RefundId refund;
  private PoolId pool;
  private boolean isLate;

  /** Called by Axon, which wants it public. */
  public RefundSaga() {}

  @StartSaga
  @SagaEventHandler(associationProperty = "order")
  void on(OrderRefundRequested event, CommandSender commands) {
    order = event.order();
    refund = event.refund();
    pool = event.pool();
    isLate = event.late();
    associateWith("refund", refund.value());
    for (int seat : event.seats()) {
      commands.send(new RevokeTicket(TicketId.of(order, seat), event.reason()));
    }
    commands.send(new RequestRefund(event.payment(), refund));
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "refund")
  void on(PaymentRefunded event, CommandSender commands) {
    if (isLate) {
      commands.send(SaleEntries.refundOfUnmatched(event.payment()));
    } else {
      commands.send(SaleEntries.refundOfSale(order));
      commands.send(new ReturnSeats(pool, order));
    }
    commands.send(new MarkRefunded(order, refund));
  }
}
