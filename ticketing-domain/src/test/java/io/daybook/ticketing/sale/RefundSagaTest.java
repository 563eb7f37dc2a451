package io.daybook.ticketing.sale;

import static io.daybook.ticketing.sale.SaleFixture.CONTENT;
import static io.daybook.ticketing.sale.SaleFixture.ORDER;
import static io.daybook.ticketing.sale.SaleFixture.PAYMENT;
import static io.daybook.ticketing.sale.SaleFixture.SEATS;
import static io.daybook.ticketing.sale.SaleFixture.TOTAL;
import static io.daybook.ticketing.sale.SaleFixture.publish;
import static io.daybook.ticketing.sale.SaleFixture.refundOf;
import static io.daybook.ticketing.sale.SaleFixture.refunded;
import static io.daybook.ticketing.sale.SaleFixture.saga;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.order.OrderCommand.MarkRefunded;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketId;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class RefundSagaTest {
  private static final RefundId REFUND = refundOf(PAYMENT);

  private final RecordingSender commands = new RecordingSender();
  private final SagaTestFixture<RefundSaga> refund = saga(RefundSaga.class, commands);

  private static OrderRefundRequested requested(List<Integer> seats, boolean late) {
    return new OrderRefundRequested(
        ORDER, PAYMENT, REFUND, TOTAL, "rain", CONTENT.pool(), seats, late);
  }

  private List<Object> commandsAfter(Object... events) {
    publish(refund, events);
    return commands.take();
  }

  @Test
  void revokesTheTicketsBeforeTheMoneyGoesBackAndFreesTheSeatsAfter() {
    assertThat(commandsAfter(requested(SEATS, false)))
        .containsExactly(
            new RevokeTicket(TicketId.of(ORDER, 3), "rain"),
            new RevokeTicket(TicketId.of(ORDER, 4), "rain"),
            new RequestRefund(PAYMENT, REFUND));
    assertThat(commandsAfter(refunded(PAYMENT)))
        .containsExactly(
            SaleEntries.refundOfSale(ORDER),
            new ReturnSeats(CONTENT.pool(), ORDER),
            new MarkRefunded(ORDER, REFUND));
    refund.whenPublishingA("nothing of interest").expectActiveSagas(0);
  }

  @Test
  void returnsALatePaymentWithoutTicketsOrSeats() {
    assertThat(commandsAfter(requested(List.of(), true)))
        .containsExactly(new RequestRefund(PAYMENT, REFUND));
    assertThat(commandsAfter(refunded(PAYMENT)))
        .containsExactly(SaleEntries.refundOfUnmatched(PAYMENT), new MarkRefunded(ORDER, REFUND));
  }

  @Test
  void sendsTheSameCommandsWhenTheRequestComesTwice() {
    List<Object> once = commandsAfter(requested(SEATS, false));

    assertThat(commandsAfter(requested(SEATS, false))).startsWith(once.toArray());
  }
}
