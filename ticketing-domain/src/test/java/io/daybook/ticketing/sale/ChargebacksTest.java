package io.daybook.ticketing.sale;

import static io.daybook.ticketing.sale.SaleFixture.CONTENT;
import static io.daybook.ticketing.sale.SaleFixture.ORDER;
import static io.daybook.ticketing.sale.SaleFixture.PAYMENT;
import static io.daybook.ticketing.sale.SaleFixture.SEATS;
import static io.daybook.ticketing.sale.SaleFixture.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.order.OrderCommand.ChargeOrderBack;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderError.OrderNotFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderChargedBack;
import io.daybook.ticketing.ticket.TicketCommand.RevokeTicket;
import io.daybook.ticketing.ticket.TicketId;
import org.junit.jupiter.api.Test;

class ChargebacksTest {
  private static final ChargeOrderBack CHARGE_BACK = new ChargeOrderBack(ORDER, PAYMENT);

  private final RecordingSender commands = new RecordingSender();
  private final Chargebacks chargebacks = new Chargebacks(commands);

  private static PaymentChargedBack chargedBack(String reference) {
    return new PaymentChargedBack(PAYMENT, reference, TOTAL, "evt_9");
  }

  @Test
  void endsTheOrderAndUndoesItsSale() {
    chargebacks.on(chargedBack(ORDER.value()));
    chargebacks.on(new OrderChargedBack(ORDER, PAYMENT, TOTAL, CONTENT.pool(), SEATS));

    assertThat(commands.take())
        .containsExactly(
            CHARGE_BACK,
            new RevokeTicket(TicketId.of(ORDER, 3), "chargeback"),
            new RevokeTicket(TicketId.of(ORDER, 4), "chargeback"),
            SaleEntries.chargebackOfSale(ORDER),
            new ReturnSeats(CONTENT.pool(), ORDER));
  }

  @Test
  void waitsForAnOrderThatIsAboutToBeFulfilled() {
    commands.refuse(CHARGE_BACK, new OrderNotFulfilled(ORDER));

    assertThatThrownBy(() -> chargebacks.on(chargedBack(ORDER.value())))
        .isInstanceOf(CommandRefused.class);
  }

  @Test
  void isALossWhenTheMoneyWasGivenBackBefore() {
    commands.refuse(CHARGE_BACK, new OrderEnded(ORDER));

    chargebacks.on(chargedBack(ORDER.value()));

    assertThat(commands.take().getLast())
        .isInstanceOfSatisfying(
            PostEntry.class,
            entry ->
                assertThat(entry.postings())
                    .containsExactly(
                        Posting.debit(ChartOfAccounts.chargebackLosses(TOTAL.currency()), TOTAL),
                        Posting.credit(ChartOfAccounts.paymentClearing(TOTAL.currency()), TOTAL)));
  }

  @Test
  void goesOnWhenFinanceHasUndoneTheSaleByHand() {
    var reversal = SaleEntries.chargebackOfSale(ORDER);
    commands.refuse(reversal, new AlreadyReversed(reversal.reversed(), reversal.reversal()));

    chargebacks.on(new OrderChargedBack(ORDER, PAYMENT, TOTAL, CONTENT.pool(), SEATS));

    assertThat(commands.take().getLast()).isEqualTo(new ReturnSeats(CONTENT.pool(), ORDER));
  }

  @Test
  void keepsWhatIsDisputedInPartUntilFinanceDecides() {
    var disputed = ChartOfAccounts.disputedPayments(TOTAL.currency());
    var clearing = ChartOfAccounts.paymentClearing(TOTAL.currency());

    chargebacks.on(new PaymentPartlyChargedBack(PAYMENT, ORDER.value(), TOTAL, "evt_9"));
    assertThat(((PostEntry) commands.take().getLast()).postings())
        .containsExactly(Posting.debit(disputed, TOTAL), Posting.credit(clearing, TOTAL));

    chargebacks.on(new ChargebackWon(PAYMENT, ORDER.value(), TOTAL, "evt_10"));
    assertThat(((PostEntry) commands.take().getLast()).postings())
        .containsExactly(Posting.debit(clearing, TOTAL), Posting.credit(disputed, TOTAL));

    chargebacks.on(new ChargebackWon(PAYMENT, "wallets:wlt_1", TOTAL, "evt_11"));
    assertThat(commands.take()).isEmpty();
  }

  @Test
  void leavesTopUpsAlone() {
    chargebacks.on(chargedBack("wallets:wlt_1"));

    assertThat(commands.take()).isEmpty();
  }
}
