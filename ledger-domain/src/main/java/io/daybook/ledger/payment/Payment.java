package io.daybook.ledger.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.ledger.payment.PaymentCommand.RecordCapture;
import io.daybook.ledger.payment.PaymentCommand.RecordChargeback;
import io.daybook.ledger.payment.PaymentCommand.RecordChargebackWon;
import io.daybook.ledger.payment.PaymentCommand.RecordFailure;
import io.daybook.ledger.payment.PaymentCommand.RecordRefund;
import io.daybook.ledger.payment.PaymentCommand.RequestPayment;
import io.daybook.ledger.payment.PaymentCommand.RequestRefund;
import io.daybook.ledger.payment.PaymentError.AlreadyRefunded;
import io.daybook.ledger.payment.PaymentError.AmountMismatch;
import io.daybook.ledger.payment.PaymentError.AmountNotPositive;
import io.daybook.ledger.payment.PaymentError.PaymentExistsWithDifferentContent;
import io.daybook.ledger.payment.PaymentError.PaymentNotCaptured;
import io.daybook.ledger.payment.PaymentError.UnknownRefund;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentEvent.RefundRequested;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One payment through the provider, as far as its notices tell.
 *
 * <p>Notices come late, twice and out of order. Only a capture is never ignored: the money has come
 * even if the payment had failed before or was never authorised.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Payment {
  private enum State {
    CREATED,
    AUTHORISED,
    FAILED,
    CAPTURED,
    REFUND_REQUESTED,
    REFUNDED
  }

  @AggregateIdentifier private PaymentId id;
  private PaymentRequested request;
  private State state;
  private @Nullable RefundId refund;
  // The provider's events about chargebacks, and what is taken back by them now.
  private final Set<String> disputes = new HashSet<>();
  private Money chargedBack;

  Payment() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPayment command) {
    var requested =
        new PaymentRequested(
            command.payment(), command.reference(), command.amount(), command.method());
    if (id != null) {
      if (!requested.equals(request)) {
        throw new CommandRefused(new PaymentExistsWithDifferentContent(id));
      }
      return;
    }
    if (!command.amount().isPositive()) {
      throw new CommandRefused(new AmountNotPositive(command.payment(), command.amount()));
    }
    apply(requested);
  }

  @CommandHandler
  void handle(RecordAuthorisation command) {
    if (state == State.CREATED) {
      apply(new PaymentAuthorised(id, request.reference(), command.providerEventId()));
    }
  }

  @CommandHandler
  void handle(RecordCapture command) {
    if (!command.amount().equals(request.amount())) {
      throw new CommandRefused(new AmountMismatch(id, request.amount(), command.amount()));
    }
    if (!isCaptured()) {
      apply(
          new PaymentCaptured(
              id, request.reference(), request.amount(), command.providerEventId()));
    }
  }

  @CommandHandler
  void handle(RecordFailure command) {
    if (state == State.CREATED || state == State.AUTHORISED) {
      apply(
          new PaymentFailed(id, request.reference(), command.reason(), command.providerEventId()));
    }
  }

  @CommandHandler
  void handle(RecordChargeback command) {
    if (!isCaptured()) {
      throw new CommandRefused(new PaymentNotCaptured(id));
    }
    Money left = request.amount().minus(chargedBack);
    if (disputes.contains(command.providerEventId()) || isRepeatOfTheWhole(command.amount())) {
      return;
    }
    requireUpTo(left, command.amount());
    boolean isFirst = disputes.isEmpty();
    apply(
        isFirst && command.amount().equals(request.amount())
            ? new PaymentChargedBack(
                id, request.reference(), command.amount(), command.providerEventId())
            : new PaymentPartlyChargedBack(
                id, request.reference(), command.amount(), command.providerEventId()));
  }

  private boolean isRepeatOfTheWhole(Money amount) {
    return amount.equals(request.amount()) && chargedBack.equals(amount);
  }

  @CommandHandler
  void handle(RecordChargebackWon command) {
    if (disputes.contains(command.providerEventId())) {
      return;
    }
    requireUpTo(chargedBack, command.amount());
    apply(new ChargebackWon(id, request.reference(), command.amount(), command.providerEventId()));
  }

  private void requireUpTo(Money most, Money amount) {
    if (!amount.currency().equals(most.currency())
        || !amount.isPositive()
        || amount.compareTo(most) > 0) {
      throw new CommandRefused(new AmountMismatch(id, most, amount));
    }
  }

  @CommandHandler
  void handle(RequestRefund command) {
    if (!isCaptured()) {
      throw new CommandRefused(new PaymentNotCaptured(id));
    }
    if (refund == null) {
      apply(new RefundRequested(id, command.refund(), request.reference(), request.amount()));
    } else if (!refund.equals(command.refund())) {
      throw new CommandRefused(new AlreadyRefunded(id, refund));
    }
  }

  @CommandHandler
  void handle(RecordRefund command) {
    if (!command.refund().equals(refund)) {
      throw new CommandRefused(new UnknownRefund(id, command.refund()));
    }
    if (state == State.REFUND_REQUESTED) {
      apply(
          new PaymentRefunded(
              id,
              command.refund(),
              request.reference(),
              request.amount(),
              command.providerEventId()));
    }
  }

  private boolean isCaptured() {
    return switch (state) {
      case CREATED, AUTHORISED, FAILED -> false;
      case CAPTURED, REFUND_REQUESTED, REFUNDED -> true;
    };
  }

  @EventSourcingHandler
  void on(PaymentEvent event) {
    state =
        switch (event) {
          case PaymentRequested requested -> {
            id = requested.payment();
            request = requested;
            chargedBack = Money.zero(requested.amount().currency());
            yield State.CREATED;
          }
          case PaymentAuthorised _ -> State.AUTHORISED;
          case PaymentFailed _ -> State.FAILED;
          case PaymentCaptured _ -> State.CAPTURED;
          case PaymentChargedBack taken ->
              dispute(taken.providerEventId(), chargedBack.plus(taken.amount()));
          case PaymentPartlyChargedBack taken ->
              dispute(taken.providerEventId(), chargedBack.plus(taken.amount()));
          case ChargebackWon won -> dispute(won.providerEventId(), chargedBack.minus(won.amount()));
          case RefundRequested requested -> {
            refund = requested.refund();
            yield State.REFUND_REQUESTED;
          }
          case PaymentRefunded _ -> State.REFUNDED;
        };
  }

  private State dispute(String providerEventId, Money nowChargedBack) {
    disputes.add(providerEventId);
    chargedBack = nowChargedBack;
    return state;
  }
}
