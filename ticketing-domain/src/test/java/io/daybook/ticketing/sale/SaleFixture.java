package io.daybook.ticketing.sale;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.CheckHold;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;

/** A sale of two seats at 45 euros with a fee of five percent: its messages and its sagas. */
final class SaleFixture {
  static final OrderId ORDER = new OrderId(DerivedId.of("ord", "1"));
  static final PaymentId PAYMENT = new PaymentId(DerivedId.of("pay", "1"));
  static final PaymentId SECOND_PAYMENT = new PaymentId(DerivedId.of("pay", "2"));
  static final HoldId HOLD = new HoldId(DerivedId.of("hld", "1"));
  static final HoldId LATE_HOLD = new HoldId(DerivedId.of("hld", "late", ORDER.value()));
  static final Money TOTAL = Money.of("EUR", 90_00);
  static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
  static final List<Integer> SEATS = List.of(3, 4);
  static final OrderContent CONTENT = content(500);

  static final PaymentStarted STARTED = new PaymentStarted(ORDER, PAYMENT, TOTAL, "tok");
  static final PaymentStarted STARTED_AGAIN =
      new PaymentStarted(ORDER, SECOND_PAYMENT, TOTAL, "tok");
  static final PaymentFailed FAILED =
      new PaymentFailed(PAYMENT, ORDER.value(), "declined", "evt_1");
  static final PaymentCaptured CAPTURED = captured(PAYMENT);
  static final OrderPlaced PLACED = new OrderPlaced(ORDER, CONTENT, TOTAL, Money.of("EUR", 4_50));
  static final OrderExpired ORDER_EXPIRED = new OrderExpired(ORDER);
  static final HoldExpired HOLD_EXPIRED = new HoldExpired(CONTENT.pool(), HOLD, SEATS);

  static final CheckHold CHECK =
      new CheckHold(CONTENT.pool(), HOLD, CONTENT.buyer(), CONTENT.quantity(), NOW);
  static final ConvertHold CONVERT = new ConvertHold(CONTENT.pool(), HOLD, ORDER, NOW);
  static final ConvertHold CONVERT_LATE = new ConvertHold(CONTENT.pool(), LATE_HOLD, ORDER, NOW);
  static final HoldSeats HOLD_LATE =
      new HoldSeats(CONTENT.pool(), LATE_HOLD, CONTENT.buyer(), 2, NOW, NOW.plusSeconds(600));

  private SaleFixture() {}

  static OrderContent content(int feeBasisPoints) {
    var show = new ShowId(DerivedId.of("shw", "1"));
    var type = new TicketTypeId(DerivedId.of("tty", "1"));
    return new OrderContent(
        new UserId(DerivedId.of("usr", "1")),
        new OrganiserId(DerivedId.of("org", "1")),
        show,
        type,
        PoolId.of(show, type),
        HOLD,
        2,
        Money.of("EUR", 45_00),
        feeBasisPoints);
  }

  static PaymentCaptured captured(PaymentId payment) {
    return new PaymentCaptured(payment, ORDER.value(), TOTAL, "evt_2");
  }

  static HoldConverted converted(HoldId hold) {
    return new HoldConverted(CONTENT.pool(), hold, ORDER, SEATS);
  }

  static RefundId refundOf(PaymentId payment) {
    return new RefundId(DerivedId.of("rfd", payment.value()));
  }

  static PaymentRefunded refunded(PaymentId payment) {
    return new PaymentRefunded(payment, refundOf(payment), ORDER.value(), TOTAL, "evt_3");
  }

  static <T> SagaTestFixture<T> saga(Class<T> type, CommandSender commands) {
    var fixture = new SagaTestFixture<>(type);
    fixture.registerResource(commands);
    fixture.givenCurrentTime(NOW);
    return fixture;
  }

  static void publish(SagaTestFixture<?> saga, Object... events) {
    for (Object event : events) {
      saga.givenAPublished(event);
    }
  }
}
