package io.daybook.ticketing;

import static io.daybook.ticketing.InMemoryDaybook.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RecordCapture;
import io.daybook.ledger.payment.PaymentCommand.RecordRefund;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.PaymentProvider;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryError.SoldOut;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsHeld;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsReturned;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderCommand.RequestOrderRefund;
import io.daybook.ticketing.order.OrderCommand.StartPayment;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowCommand.PublishShow;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketType;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fifty buyers want the ten seats of a show at once. */
class SaleUnderLoadTest {
  private static final int SEATS = 10;
  private static final int BUYERS = 50;
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money PRICE = new Money(EUR, 45_00);
  private static final int FEE_BASIS_POINTS = 500;
  private static final OrganiserId ORGANISER = new OrganiserId(id("org", "organiser"));
  private static final ShowId SHOW = new ShowId(id("shw", "show"));
  private static final TicketTypeId TYPE = new TicketTypeId(id("tty", "standing"));
  private static final PoolId POOL = PoolId.of(SHOW, TYPE);

  private final InMemoryDaybook daybook = new InMemoryDaybook(new InstantProvider());

  /** Takes the money at once and says so twice. */
  private final class InstantProvider implements PaymentProvider {
    @Override
    public void requestPayment(PaymentId payment, Money amount, String method) {
      daybook.send(new RecordCapture(payment, "evt-capture-" + payment, amount));
      daybook.send(new RecordCapture(payment, "evt-capture-" + payment, amount));
    }

    @Override
    public void requestRefund(PaymentId payment, RefundId refund, Money amount) {
      daybook.send(new RecordRefund(payment, refund, "evt-refund-" + refund));
      daybook.send(new RecordRefund(payment, refund, "evt-refund-" + refund));
    }
  }

  @BeforeEach
  void publishShow() {
    var type = new TicketType(TYPE, "Standing", PRICE, SEATS);
    daybook.send(
        new CreateShow(
            SHOW, ORGANISER, "Concert", Instant.parse("2030-01-01T20:00:00Z"), List.of(type)));
    daybook.send(new PublishShow(SHOW, ORGANISER));
    daybook.await(PoolOpened.class, 1);
  }

  @AfterEach
  void stop() {
    daybook.close();
  }

  @Test
  void sellsEachSeatOnceAndKeepsTheTrialBalanceAtZero() throws Exception {
    int buyersServed = buyAll();
    daybook.await(OrderFulfilled.class, SEATS);

    assertThat(buyersServed).isEqualTo(SEATS);
    assertThat(daybook.events(SeatsHeld.class)).hasSize(SEATS);
    assertThat(daybook.events(TicketIssued.class))
        .extracting(TicketIssued::serial)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SEATS).boxed().toList());
    assertThat(daybook.trialBalance())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                ChartOfAccounts.paymentClearing(EUR), 450_00L,
                ChartOfAccounts.payableTo(ORGANISER, EUR), -427_50L,
                ChartOfAccounts.platformFees(EUR), -22_50L));
  }

  @Test
  void givesTheMoneyAndTheSeatsOfEveryOrderBack() throws Exception {
    buyAll();
    daybook.await(OrderFulfilled.class, SEATS);

    for (OrderFulfilled sold : daybook.events(OrderFulfilled.class)) {
      daybook.send(
          new RequestOrderRefund(
              sold.order(),
              new PaymentId(id("pay", sold.order())),
              new RefundId(id("rfd", sold.order())),
              "cancelled"));
    }
    daybook.await(OrderRefunded.class, SEATS);

    assertThat(daybook.events(TicketRevoked.class)).hasSize(SEATS);
    assertThat(daybook.events(SeatsReturned.class)).hasSize(SEATS);
    assertThat(daybook.trialBalance().values()).containsOnly(0L);
    assertThat(daybook.trialBalance()).containsKey(payable());
  }

  private static AccountId payable() {
    return ChartOfAccounts.payableTo(ORGANISER, EUR);
  }

  private int buyAll() throws Exception {
    try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> purchases =
          IntStream.range(0, BUYERS).mapToObj(n -> buyers.submit(() -> buy(n))).toList();
      int served = 0;
      for (Future<Boolean> purchase : purchases) {
        served += purchase.get() ? 1 : 0;
      }
      return served;
    }
  }

  private boolean buy(int buyer) {
    var user = new UserId(id("usr", buyer));
    var hold = new HoldId(id("hld", buyer));
    var order = new OrderId(id("ord", buyer));
    Instant now = Instant.now();
    try {
      daybook.send(new HoldSeats(POOL, hold, user, 1, now, now.plusSeconds(600)));
    } catch (CommandRefused refused) {
      assertThat(refused.error()).isEqualTo(new SoldOut(POOL, 0, 1));
      return false;
    }
    var content =
        new OrderContent(user, ORGANISER, SHOW, TYPE, POOL, hold, 1, PRICE, FEE_BASIS_POINTS);
    daybook.send(new PlaceOrder(order, content));
    daybook.send(new StartPayment(order, new PaymentId(id("pay", order)), "tok_visa"));
    return true;
  }
}
