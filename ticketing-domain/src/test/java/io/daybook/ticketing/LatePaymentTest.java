package io.daybook.ticketing;

import static io.daybook.ticketing.InMemoryDaybook.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RecordCapture;
import io.daybook.ledger.payment.PaymentCommand.RecordRefund;
import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.PaymentProvider;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderCommand.StartPayment;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowCommand.PublishShow;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketType;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The money for the only seat comes after its hold has ended, and the ledger fails once: the sale
 * stops at the event that failed and runs it again.
 */
class LatePaymentTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money PRICE = new Money(EUR, 45_00);
  private static final OrganiserId ORGANISER = new OrganiserId(id("org", "organiser"));
  private static final ShowId SHOW = new ShowId(id("shw", "show"));
  private static final TicketTypeId TYPE = new TicketTypeId(id("tty", "box"));
  private static final PoolId POOL = PoolId.of(SHOW, TYPE);
  private static final OrderId ORDER = new OrderId(id("ord", "late"));
  private static final PaymentId PAYMENT = new PaymentId(id("pay", "late"));

  private final InMemoryDaybook daybook = new InMemoryDaybook(new SlowProvider(), OneFailure::new);

  /** Loses the first entry of all, as a ledger does that is not ready. */
  private static final class OneFailure implements CommandSender {
    private final CommandSender sender;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    OneFailure(CommandSender sender) {
      this.sender = sender;
    }

    @Override
    public void send(Object command) {
      if (command instanceof PostEntry && !hasFailed.getAndSet(true)) {
        throw new IllegalStateException("the ledger is not ready");
      }
      sender.send(command);
    }
  }

  /** Leaves the taking of the money to the test and gives it back at once. */
  private final class SlowProvider implements PaymentProvider {
    @Override
    public void requestPayment(PaymentId payment, Money amount, String method) {}

    @Override
    public void requestRefund(PaymentId payment, RefundId refund, Money amount) {
      daybook.send(new RecordRefund(payment, refund, "evt-refund-" + refund));
    }
  }

  @BeforeEach
  void letTheHoldOfTheOnlySeatEnd() {
    var type = new TicketType(TYPE, "Box", PRICE, 1);
    daybook.send(
        new CreateShow(
            SHOW, ORGANISER, "Opera", Instant.parse("2030-01-01T20:00:00Z"), List.of(type)));
    daybook.send(new PublishShow(SHOW, ORGANISER));
    daybook.await(PoolOpened.class, 1);
    Instant now = Instant.now();
    daybook.send(holdBy("late", now));
    daybook.send(new PlaceOrder(ORDER, content()));
    daybook.send(new StartPayment(ORDER, PAYMENT, "tok_slow"));
    daybook.await(PaymentRequested.class, 1);
    daybook.send(new ExpireHolds(POOL, now.plusSeconds(600)));
    daybook.await(OrderExpired.class, 1);
  }

  @AfterEach
  void stop() {
    daybook.close();
  }

  private static HoldSeats holdBy(String buyer, Instant at) {
    var hold = new HoldId(id("hld", buyer));
    return new HoldSeats(POOL, hold, new UserId(id("usr", buyer)), 1, at, at.plusSeconds(600));
  }

  private static OrderContent content() {
    var buyer = new UserId(id("usr", "late"));
    var hold = new HoldId(id("hld", "late"));
    return new OrderContent(buyer, ORGANISER, SHOW, TYPE, POOL, hold, 1, PRICE, 500);
  }

  @Test
  void buysTheSeatIfItIsFreeAgain() {
    daybook.send(new RecordCapture(PAYMENT, "evt-capture", PRICE));
    daybook.await(OrderFulfilled.class, 1);

    assertThat(daybook.events(OrderPaid.class))
        .containsExactly(new OrderPaid(ORDER, PAYMENT, List.of(1), true));
    assertThat(daybook.events(TicketIssued.class)).hasSize(1);
    assertThat(daybook.trialBalance())
        .containsEntry(ChartOfAccounts.paymentClearing(EUR), 45_00L)
        .containsEntry(ChartOfAccounts.payableTo(ORGANISER, EUR), -42_75L)
        .containsEntry(ChartOfAccounts.platformFees(EUR), -2_25L);
  }

  @Test
  void goesBackIfSomebodyElseHoldsTheSeat() {
    daybook.send(holdBy("quick", Instant.now()));
    daybook.send(new RecordCapture(PAYMENT, "evt-capture", PRICE));
    daybook.await(OrderRefunded.class, 1);

    assertThat(daybook.events(OrderRefunded.class).getFirst().late()).isTrue();
    assertThat(daybook.events(TicketIssued.class)).isEmpty();
    assertThat(daybook.trialBalance())
        .containsEntry(ChartOfAccounts.paymentClearing(EUR), 0L)
        .containsEntry(ChartOfAccounts.suspense(EUR), 0L);
  }
}
