package io.daybook.ticketing.sale;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.payment.PaymentCommand.RequestPayment;
import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.PaymentError.PaymentExistsWithDifferentContent;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryError;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.InventoryEvent.HoldReleased;
import io.daybook.ticketing.order.OrderCommand.ExpireOrder;
import io.daybook.ticketing.order.OrderCommand.FulfilOrder;
import io.daybook.ticketing.order.OrderCommand.MarkPaid;
import io.daybook.ticketing.order.OrderCommand.RecordPaymentFailure;
import io.daybook.ticketing.order.OrderCommand.ReturnLatePayment;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderError.OrderAlreadyPaid;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/**
 * One sale, from the order to its tickets.
 *
 * <p>Every handler may run again after a crash: its commands carry derived ids and change nothing
 * the second time. What a refusal decided before may be decided differently then, because seats
 * became free meanwhile; the order, which decides last, refuses the second outcome.
 *
 * <p>The sale lives on while a payment may still be captured, even a failed one, so that no money
 * ever comes unseen. Its state is serialised by its fields.
 */
@ProcessingGroup(SaleSaga.GROUP)
@SuppressWarnings("NullAway.Init") // Axon creates it empty; the order's placing fills it.
public final class SaleSaga {
  static final String GROUP = "sale";

  private OrderId order;
  private OrderContent content;

  /** The payment that buys the seats. */
  private @Nullable PaymentId buying;

  /** Payments that were started and may still be captured. */
  private Set<PaymentId> open = new LinkedHashSet<>();

  /** Captured payments beyond the one that buys, not yet given back. */
  private Set<PaymentId> surplus = new LinkedHashSet<>();

  private boolean isCancelled;
  private boolean isConcluded;

  /** Called by Axon, which wants it public. */
  public SaleSaga() {}

  @StartSaga
  @SagaEventHandler(associationProperty = "order")
  void on(OrderPlaced event, @Timestamp Instant at, CommandSender commands) {
    order = event.order();
    content = event.content();
    associateWith("hold", content.hold().value());
    // The hold may have ended before the order was placed; then no event tells us later.
    if (!seatsOfSale(commands).areHeld(at)) {
      expire(commands);
    }
  }

  @SagaEventHandler(associationProperty = "order")
  void on(PaymentStarted event, CommandSender commands) {
    open.add(event.payment());
    try {
      commands.send(
          new RequestPayment(event.payment(), order.value(), event.amount(), event.method()));
    } catch (CommandRefused refused) {
      if (!(refused.error() instanceof PaymentExistsWithDifferentContent)) {
        throw refused;
      }
      // The id is another order's payment, whose money is not ours.
      open.remove(event.payment());
      commands.send(new RecordPaymentFailure(order, event.payment(), refused.error().code()));
    }
  }

  @SagaEventHandler(associationProperty = "reference", keyName = "order")
  void on(PaymentFailed event, CommandSender commands) {
    commands.send(new RecordPaymentFailure(order, event.payment(), event.reason()));
  }

  @SagaEventHandler(associationProperty = "reference", keyName = "order")
  void on(PaymentCaptured event, @Timestamp Instant at, CommandSender commands) {
    open.remove(event.payment());
    if (buying != null && !buying.equals(event.payment())) {
      giveSurplusBack(event, commands);
      return;
    }
    buying = event.payment();
    if (isCancelled || !seatsOfSale(commands).buy(at)) {
      returnLatePayment(event, commands);
    }
  }

  private void giveSurplusBack(PaymentCaptured event, CommandSender commands) {
    surplus.add(event.payment());
    commands.send(SaleEntries.unmatched(event.payment(), order, event.amount()));
    commands.send(new RequestRefund(event.payment(), refundOf(event.payment())));
  }

  private void returnLatePayment(PaymentCaptured event, CommandSender commands) {
    PaymentId payment = event.payment();
    commands.send(SaleEntries.unmatched(payment, order, event.amount()));
    commands.send(
        new ReturnLatePayment(order, payment, refundOf(payment), "no seats when the money came"));
  }

  private static RefundId refundOf(PaymentId payment) {
    return new RefundId(DerivedId.of("rfd", payment.value()));
  }

  @SagaEventHandler(associationProperty = "order")
  void on(HoldConverted event, CommandSender commands) {
    if (buying == null) {
      throw new IllegalStateException("seats of " + order + " were sold before it was paid");
    }
    boolean isLate = !event.hold().equals(content.hold());
    try {
      commands.send(new MarkPaid(order, buying, event.seats(), isLate));
    } catch (CommandRefused refused) {
      requireError(refused, OrderEnded.class);
      // An earlier run found no seats and has given the money back.
      commands.send(new ReturnSeats(event.pool(), order));
      return;
    }
    commands.send(SaleEntries.sale(order, content));
    seatsOfSale(commands).issueTickets(event.seats());
    commands.send(new FulfilOrder(order));
  }

  @SagaEventHandler(associationProperty = "hold")
  void on(HoldExpired event, CommandSender commands) {
    expire(commands);
  }

  @SagaEventHandler(associationProperty = "hold")
  void on(HoldReleased event, CommandSender commands) {
    expire(commands);
  }

  private void expire(CommandSender commands) {
    if (buying != null || isCancelled) {
      return;
    }
    try {
      commands.send(new ExpireOrder(order));
    } catch (CommandRefused refused) {
      requireError(refused, OrderAlreadyPaid.class);
    }
  }

  @SagaEventHandler(associationProperty = "order")
  void on(OrderCancelled event, @Timestamp Instant at, CommandSender commands) {
    isCancelled = true;
    try {
      commands.send(new ReleaseHold(content.pool(), content.hold(), at));
    } catch (CommandRefused refused) {
      requireError(refused, InventoryError.class);
    }
    conclude();
  }

  @SagaEventHandler(associationProperty = "order")
  void on(OrderExpired event) {
    conclude();
  }

  @SagaEventHandler(associationProperty = "order")
  void on(OrderFulfilled event) {
    conclude();
  }

  @SagaEventHandler(associationProperty = "order")
  void on(OrderRefundRequested event) {
    conclude();
  }

  @SagaEventHandler(associationProperty = "reference", keyName = "order")
  void on(PaymentRefunded event, CommandSender commands) {
    if (surplus.contains(event.payment())) {
      commands.send(SaleEntries.refundOfUnmatched(event.payment()));
      surplus.remove(event.payment());
      endIfNothingCanCome();
    }
  }

  private void conclude() {
    isConcluded = true;
    endIfNothingCanCome();
  }

  private void endIfNothingCanCome() {
    if (isConcluded && open.isEmpty() && surplus.isEmpty()) {
      end();
    }
  }

  private SeatsOfSale seatsOfSale(CommandSender commands) {
    return new SeatsOfSale(order, content, commands);
  }

  private static void requireError(CommandRefused refused, Class<?> expected) {
    if (!expected.isInstance(refused.error())) {
      throw refused;
    }
  }
}
