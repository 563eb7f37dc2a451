package io.daybook.ticketing.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.ticketing.order.OrderCommand.CancelOrder;
import io.daybook.ticketing.order.OrderCommand.ChargeOrderBack;
import io.daybook.ticketing.order.OrderCommand.ExpireOrder;
import io.daybook.ticketing.order.OrderCommand.FulfilOrder;
import io.daybook.ticketing.order.OrderCommand.MarkPaid;
import io.daybook.ticketing.order.OrderCommand.MarkRefunded;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderCommand.RecordPaymentFailure;
import io.daybook.ticketing.order.OrderCommand.RequestOrderRefund;
import io.daybook.ticketing.order.OrderCommand.ReturnLatePayment;
import io.daybook.ticketing.order.OrderCommand.StartPayment;
import io.daybook.ticketing.order.OrderError.AlreadyRefunded;
import io.daybook.ticketing.order.OrderError.OrderAlreadyPaid;
import io.daybook.ticketing.order.OrderError.OrderEnded;
import io.daybook.ticketing.order.OrderError.OrderExistsWithDifferentContent;
import io.daybook.ticketing.order.OrderError.OrderNotFulfilled;
import io.daybook.ticketing.order.OrderError.OrderNotPaid;
import io.daybook.ticketing.order.OrderError.PaymentUnderWay;
import io.daybook.ticketing.order.OrderError.UnknownPayment;
import io.daybook.ticketing.order.OrderError.UnknownRefund;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderChargedBack;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.OrderPaymentFailed;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer buys at once, from its placing to its tickets or to the money's return.
 *
 * <p>An expired or cancelled order can still become paid: its money may be on the way already.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Order {
  private enum State {
    AWAITING_PAYMENT,
    PAYING,
    EXPIRED,
    CANCELLED,
    PAID,
    FULFILLED,
    REFUND_REQUESTED,
    REFUNDED,
    CHARGED_BACK
  }

  @AggregateIdentifier private OrderId id;
  private OrderPlaced placing;
  private State state;
  private final Set<PaymentId> payments = new HashSet<>();

  /** The payment under way, or the one that paid. */
  private @Nullable PaymentId payment;

  private List<Integer> seats = List.of();
  private @Nullable OrderRefundRequested refund;

  Order() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlaceOrder command) {
    if (id == null) {
      apply(OrderRules.place(command));
    } else if (!placing.content().equals(command.content())) {
      throw new CommandRefused(new OrderExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(StartPayment command) {
    if (payments.contains(command.payment())) {
      return;
    }
    requireUnpaid();
    if (state == State.PAYING && payment != null) {
      throw new CommandRefused(new PaymentUnderWay(id, payment));
    }
    if (state != State.AWAITING_PAYMENT) {
      throw new CommandRefused(new OrderEnded(id));
    }
    apply(new PaymentStarted(id, command.payment(), placing.total(), command.method()));
  }

  @CommandHandler
  void handle(RecordPaymentFailure command) {
    requireKnown(command.payment());
    if (state == State.PAYING && command.payment().equals(payment)) {
      apply(new OrderPaymentFailed(id, command.payment(), command.reason()));
    }
  }

  @CommandHandler
  void handle(MarkPaid command) {
    requireKnown(command.payment());
    switch (state) {
      case AWAITING_PAYMENT, PAYING, EXPIRED, CANCELLED ->
          apply(new OrderPaid(id, command.payment(), command.seats(), command.late()));
      case PAID, FULFILLED -> {
        if (!command.payment().equals(payment)) {
          throw new CommandRefused(new OrderAlreadyPaid(id));
        }
      }
      case REFUND_REQUESTED, REFUNDED, CHARGED_BACK -> requirePaidBy(command.payment());
    }
  }

  /**
   * A repeat after an ordinary refund changes nothing; after a late payment's return it is lost.
   */
  private void requirePaidBy(PaymentId claimed) {
    if (seats.isEmpty() || !claimed.equals(payment)) {
      throw new CommandRefused(new OrderEnded(id));
    }
  }

  @CommandHandler
  void handle(FulfilOrder command) {
    switch (state) {
      case PAID -> apply(new OrderFulfilled(id));
      case FULFILLED, REFUND_REQUESTED, REFUNDED, CHARGED_BACK -> {}
      case AWAITING_PAYMENT, PAYING, EXPIRED, CANCELLED ->
          throw new CommandRefused(new OrderNotPaid(id));
    }
  }

  @CommandHandler
  void handle(ExpireOrder command) {
    requireUnpaid();
    if (state == State.AWAITING_PAYMENT || state == State.PAYING) {
      apply(new OrderExpired(id));
    }
  }

  @CommandHandler
  void handle(CancelOrder command) {
    requireUnpaid();
    if (state == State.PAYING && payment != null) {
      throw new CommandRefused(new PaymentUnderWay(id, payment));
    }
    if (state == State.EXPIRED) {
      throw new CommandRefused(new OrderEnded(id));
    }
    if (state == State.AWAITING_PAYMENT) {
      apply(new OrderCancelled(id));
    }
  }

  @CommandHandler
  void handle(RequestOrderRefund command) {
    requireKnown(command.payment());
    if (isRepeat(command.refund())) {
      return;
    }
    switch (state) {
      case FULFILLED -> apply(refundOf(command));
      case PAID -> throw new CommandRefused(new OrderNotFulfilled(id));
      case CHARGED_BACK -> throw new CommandRefused(new OrderEnded(id));
      default -> throw new CommandRefused(new OrderNotPaid(id));
    }
  }

  @CommandHandler
  void handle(ChargeOrderBack command) {
    requireKnown(command.payment());
    switch (state) {
      case FULFILLED -> apply(chargebackOf(command));
      case CHARGED_BACK -> requirePaidBy(command.payment());
      case AWAITING_PAYMENT, PAYING, PAID -> throw new CommandRefused(new OrderNotFulfilled(id));
      case EXPIRED, CANCELLED, REFUND_REQUESTED, REFUNDED ->
          throw new CommandRefused(new OrderEnded(id));
    }
  }

  private OrderChargedBack chargebackOf(ChargeOrderBack command) {
    if (!command.payment().equals(payment)) {
      throw new CommandRefused(new UnknownPayment(id, command.payment()));
    }
    return new OrderChargedBack(
        id, command.payment(), placing.total(), placing.content().pool(), seats);
  }

  @CommandHandler
  void handle(ReturnLatePayment command) {
    requireKnown(command.payment());
    if (isRepeat(command.refund())) {
      return;
    }
    requireUnpaid();
    apply(
        new OrderRefundRequested(
            id,
            command.payment(),
            command.refund(),
            placing.total(),
            command.reason(),
            placing.content().pool(),
            List.of(),
            true));
  }

  @CommandHandler
  void handle(MarkRefunded command) {
    if (refund == null || !refund.refund().equals(command.refund())) {
      throw new CommandRefused(new UnknownRefund(id, command.refund()));
    }
    if (state == State.REFUND_REQUESTED) {
      apply(new OrderRefunded(id, command.refund(), placing.total(), refund.late()));
    }
  }

  private OrderRefundRequested refundOf(RequestOrderRefund command) {
    if (!command.payment().equals(payment)) {
      throw new CommandRefused(new UnknownPayment(id, command.payment()));
    }
    return new OrderRefundRequested(
        id,
        command.payment(),
        command.refund(),
        placing.total(),
        command.reason(),
        placing.content().pool(),
        seats,
        false);
  }

  private boolean isRepeat(RefundId requested) {
    if (refund == null) {
      return false;
    }
    if (!refund.refund().equals(requested)) {
      throw new CommandRefused(new AlreadyRefunded(id, refund.refund()));
    }
    return true;
  }

  private void requireKnown(PaymentId claimed) {
    if (!payments.contains(claimed)) {
      throw new CommandRefused(new UnknownPayment(id, claimed));
    }
  }

  private void requireUnpaid() {
    switch (state) {
      case AWAITING_PAYMENT, PAYING, EXPIRED, CANCELLED -> {}
      case PAID, FULFILLED -> throw new CommandRefused(new OrderAlreadyPaid(id));
      case REFUND_REQUESTED, REFUNDED, CHARGED_BACK -> throw new CommandRefused(new OrderEnded(id));
    }
  }

  @EventSourcingHandler
  void on(OrderEvent event) {
    state =
        switch (event) {
          case OrderPlaced placed -> {
            id = placed.order();
            placing = placed;
            yield State.AWAITING_PAYMENT;
          }
          case PaymentStarted started -> {
            payments.add(started.payment());
            payment = started.payment();
            yield State.PAYING;
          }
          case OrderPaymentFailed _ -> State.AWAITING_PAYMENT;
          case OrderPaid paid -> {
            payment = paid.payment();
            seats = paid.seats();
            yield State.PAID;
          }
          case OrderFulfilled _ -> State.FULFILLED;
          case OrderExpired _ -> State.EXPIRED;
          case OrderCancelled _ -> State.CANCELLED;
          case OrderRefundRequested requested -> {
            refund = requested;
            yield State.REFUND_REQUESTED;
          }
          case OrderRefunded _ -> State.REFUNDED;
          case OrderChargedBack _ -> State.CHARGED_BACK;
        };
  }
}
