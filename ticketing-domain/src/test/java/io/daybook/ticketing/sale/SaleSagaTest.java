package io.daybook.ticketing.sale;

import static io.daybook.ticketing.sale.SaleFixture.CAPTURED;
import static io.daybook.ticketing.sale.SaleFixture.CHECK;
import static io.daybook.ticketing.sale.SaleFixture.CONTENT;
import static io.daybook.ticketing.sale.SaleFixture.CONVERT;
import static io.daybook.ticketing.sale.SaleFixture.CONVERT_LATE;
import static io.daybook.ticketing.sale.SaleFixture.FAILED;
import static io.daybook.ticketing.sale.SaleFixture.HOLD;
import static io.daybook.ticketing.sale.SaleFixture.HOLD_EXPIRED;
import static io.daybook.ticketing.sale.SaleFixture.HOLD_LATE;
import static io.daybook.ticketing.sale.SaleFixture.LATE_HOLD;
import static io.daybook.ticketing.sale.SaleFixture.NOW;
import static io.daybook.ticketing.sale.SaleFixture.ORDER;
import static io.daybook.ticketing.sale.SaleFixture.ORDER_EXPIRED;
import static io.daybook.ticketing.sale.SaleFixture.PAYMENT;
import static io.daybook.ticketing.sale.SaleFixture.PLACED;
import static io.daybook.ticketing.sale.SaleFixture.SEATS;
import static io.daybook.ticketing.sale.SaleFixture.SECOND_PAYMENT;
import static io.daybook.ticketing.sale.SaleFixture.STARTED;
import static io.daybook.ticketing.sale.SaleFixture.STARTED_AGAIN;
import static io.daybook.ticketing.sale.SaleFixture.TOTAL;
import static io.daybook.ticketing.sale.SaleFixture.captured;
import static io.daybook.ticketing.sale.SaleFixture.converted;
import static io.daybook.ticketing.sale.SaleFixture.publish;
import static io.daybook.ticketing.sale.SaleFixture.refundOf;
import static io.daybook.ticketing.sale.SaleFixture.refunded;
import static io.daybook.ticketing.sale.SaleFixture.saga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.payment.PaymentCommand.RequestPayment;
import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.PaymentError.PaymentExistsWithDifferentContent;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryError.HoldExpired;
import io.daybook.ticketing.inventory.InventoryError.SoldOut;
import io.daybook.ticketing.order.OrderCommand.ExpireOrder;
import io.daybook.ticketing.order.OrderCommand.FulfilOrder;
import io.daybook.ticketing.order.OrderCommand.MarkPaid;
import io.daybook.ticketing.order.OrderCommand.RecordPaymentFailure;
import io.daybook.ticketing.order.OrderCommand.ReturnLatePayment;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.ticket.TicketCommand.IssueTicket;
import io.daybook.ticketing.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

class SaleSagaTest {
  private static final OrderFulfilled FULFILLED = new OrderFulfilled(ORDER);
  private static final HoldExpired HOLD_HAS_ENDED = new HoldExpired(HOLD, NOW);
  private static final SoldOut SOLD_OUT = new SoldOut(CONTENT.pool(), 0, 2);

  private final RecordingSender commands = new RecordingSender();
  private final SagaTestFixture<SaleSaga> sale = saga(SaleSaga.class, commands);

  private List<Object> commandsAfter(Object... events) {
    publish(sale, events);
    return commands.take();
  }

  private void given(Object... events) {
    publish(sale, events);
    commands.take();
  }

  private void expectActiveSales(int count) {
    sale.whenPublishingA("nothing of interest").expectActiveSagas(count);
  }

  private static RequestPayment request(PaymentId payment) {
    return new RequestPayment(payment, ORDER.value(), TOTAL, "tok");
  }

  private static List<Object> fulfilment(PaymentId payment, boolean late) {
    var expected = new ArrayList<Object>();
    expected.add(new MarkPaid(ORDER, payment, SEATS, late));
    expected.add(SaleEntries.sale(ORDER, CONTENT));
    for (int seat : SEATS) {
      expected.add(
          new IssueTicket(
              TicketId.of(ORDER, seat),
              ORDER,
              CONTENT.show(),
              CONTENT.ticketType(),
              CONTENT.buyer(),
              seat));
    }
    expected.add(new FulfilOrder(ORDER));
    return expected;
  }

  private static ReturnLatePayment returnOf(PaymentId payment) {
    return new ReturnLatePayment(ORDER, payment, refundOf(payment), "no seats when the money came");
  }

  @Test
  void sellsFromTheOrderToTheTickets() {
    assertThat(commandsAfter(PLACED)).containsExactly(CHECK);
    assertThat(commandsAfter(STARTED)).containsExactly(request(PAYMENT));
    assertThat(commandsAfter(CAPTURED)).containsExactly(CONVERT);
    assertThat(commandsAfter(converted(HOLD))).isEqualTo(fulfilment(PAYMENT, false));
    assertThat(commandsAfter(FULFILLED)).isEmpty();
    expectActiveSales(0);
  }

  @Test
  void sendsTheSameCommandsWhenAnEventComesTwice() {
    given(PLACED, STARTED);
    assertThat(commandsAfter(CAPTURED, CAPTURED)).containsExactly(CONVERT, CONVERT);

    List<Object> twice = commandsAfter(converted(HOLD), converted(HOLD));
    assertThat(twice.subList(5, 10)).isEqualTo(twice.subList(0, 5));
  }

  @Test
  void takesOtherSeatsWhenTheMoneyComesAfterTheHoldEnded() {
    given(PLACED, STARTED, HOLD_EXPIRED, ORDER_EXPIRED);
    commands.refuse(CONVERT, HOLD_HAS_ENDED);

    assertThat(commandsAfter(CAPTURED)).containsExactly(CONVERT, HOLD_LATE, CONVERT_LATE);
    assertThat(commandsAfter(converted(LATE_HOLD))).isEqualTo(fulfilment(PAYMENT, true));
  }

  @Test
  void returnsTheMoneyWhenItComesAfterEverythingWasSold() {
    given(PLACED, STARTED, HOLD_EXPIRED, ORDER_EXPIRED);
    commands.refuse(CONVERT, HOLD_HAS_ENDED);
    commands.refuse(HOLD_LATE, SOLD_OUT);

    assertThat(commandsAfter(CAPTURED))
        .containsExactly(
            CONVERT, HOLD_LATE, SaleEntries.unmatched(PAYMENT, ORDER, TOTAL), returnOf(PAYMENT));
  }

  @Test
  void givesSeatsBackThatASecondRunTookAfterTheFirstReturnedTheMoney() {
    given(PLACED, STARTED, CAPTURED);
    var markPaid = new MarkPaid(ORDER, PAYMENT, SEATS, true);
    commands.refuse(markPaid, new OrderEnded(ORDER));

    assertThat(commandsAfter(converted(LATE_HOLD)))
        .containsExactly(markPaid, new ReturnSeats(CONTENT.pool(), ORDER));
  }

  @Test
  void tellsTheOrderThatItsPaymentFailed() {
    given(PLACED, STARTED);

    assertThat(commandsAfter(FAILED))
        .containsExactly(new RecordPaymentFailure(ORDER, PAYMENT, "declined"));
  }

  @Test
  void sellsToTheSecondPaymentAfterTheFirstFailed() {
    given(PLACED, STARTED, FAILED);

    assertThat(commandsAfter(STARTED_AGAIN)).containsExactly(request(SECOND_PAYMENT));
    assertThat(commandsAfter(captured(SECOND_PAYMENT))).containsExactly(CONVERT);
    assertThat(commandsAfter(converted(HOLD))).isEqualTo(fulfilment(SECOND_PAYMENT, false));
  }

  @Test
  void givesASecondCaptureBackEvenAfterTheOrderWasFulfilled() {
    given(PLACED, STARTED, FAILED, STARTED_AGAIN);
    given(captured(SECOND_PAYMENT), converted(HOLD), FULFILLED);
    expectActiveSales(1);

    assertThat(commandsAfter(CAPTURED))
        .containsExactly(
            SaleEntries.unmatched(PAYMENT, ORDER, TOTAL),
            new RequestRefund(PAYMENT, refundOf(PAYMENT)));
    assertThat(commandsAfter(refunded(PAYMENT)))
        .containsExactly(SaleEntries.refundOfUnmatched(PAYMENT));
    expectActiveSales(0);
  }

  @Test
  void endsAPaymentWhoseIdIsAnotherOrders() {
    given(PLACED);
    commands.refuse(request(PAYMENT), new PaymentExistsWithDifferentContent(PAYMENT));

    assertThat(commandsAfter(STARTED))
        .containsExactly(
            request(PAYMENT),
            new RecordPaymentFailure(ORDER, PAYMENT, "payment_exists_with_different_content"));
  }

  @Test
  void expiresTheOrderWithItsHold() {
    given(PLACED);

    assertThat(commandsAfter(HOLD_EXPIRED)).containsExactly(new ExpireOrder(ORDER));
    assertThat(commandsAfter(ORDER_EXPIRED)).isEmpty();
    expectActiveSales(0);
  }

  @Test
  void expiresAnOrderWhoseHoldHadEndedBeforeItWasPlaced() {
    commands.refuse(CHECK, HOLD_HAS_ENDED);

    assertThat(commandsAfter(PLACED)).containsExactly(CHECK, new ExpireOrder(ORDER));
  }

  @Test
  void doesNotExpireAnOrderWhoseMoneyHasCome() {
    given(PLACED, STARTED, CAPTURED);

    assertThat(commandsAfter(HOLD_EXPIRED)).isEmpty();
  }

  @Test
  void waitsForMoneyThatMayStillComeAfterTheOrderExpired() {
    given(PLACED, STARTED, FAILED, HOLD_EXPIRED, ORDER_EXPIRED);

    expectActiveSales(1);
  }

  @Test
  void releasesTheHoldOfACancelledOrder() {
    given(PLACED);

    assertThat(commandsAfter(new OrderCancelled(ORDER)))
        .containsExactly(new ReleaseHold(CONTENT.pool(), HOLD, NOW));
    expectActiveSales(0);
  }

  @Test
  void returnsMoneyThatComesForACancelledOrder() {
    given(PLACED, STARTED, FAILED, new OrderCancelled(ORDER));

    assertThat(commandsAfter(CAPTURED))
        .containsExactly(SaleEntries.unmatched(PAYMENT, ORDER, TOTAL), returnOf(PAYMENT));
  }

  @Test
  void stopsWhenTheAccountsAreNotOpenYetAndGoesOnWhenTriedAgain() {
    given(PLACED, STARTED, CAPTURED);
    var entry = SaleEntries.sale(ORDER, CONTENT);
    var unknown =
        new UnknownAccount(ChartOfAccounts.payableTo(CONTENT.organiser(), TOTAL.currency()));
    commands.refuse(entry, unknown);

    assertThatThrownBy(() -> given(converted(HOLD))).hasRootCauseInstanceOf(CommandRefused.class);

    commands.accept(entry);
    commands.take();
    assertThat(commandsAfter(converted(HOLD))).isEqualTo(fulfilment(PAYMENT, false));
  }
}
