package io.daybook.ledger.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutCommand.RequestPayout;
import io.daybook.ledger.wallet.PayoutError.AmountNotPositive;
import io.daybook.ledger.wallet.PayoutError.OrganiserNotCleared;
import io.daybook.ledger.wallet.PayoutError.PayoutAlreadyDecided;
import io.daybook.ledger.wallet.PayoutError.PayoutExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Money on its way to an organiser; whether there is enough of it, the ledger decides. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Payout {
  private enum State {
    REQUESTED,
    POSTED,
    REFUSED
  }

  @AggregateIdentifier private PayoutId id;
  private PayoutRequested request;
  private State state;

  Payout() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPayout command, OrganiserClearance clearance) {
    if (id != null) {
      requireSameContent(command);
      return;
    }
    if (!command.amount().isPositive()) {
      throw new CommandRefused(new AmountNotPositive(command.payout(), command.amount()));
    }
    String approval =
        clearance
            .find(command.organiser())
            .orElseThrow(() -> new CommandRefused(new OrganiserNotCleared(command.organiser())));
    apply(
        new PayoutRequested(
            command.payout(),
            command.organiser(),
            command.amount(),
            command.requestedBy(),
            approval));
  }

  private void requireSameContent(RequestPayout command) {
    if (!command.organiser().equals(request.organiser())
        || !command.amount().equals(request.amount())
        || !command.requestedBy().equals(request.requestedBy())) {
      throw new CommandRefused(new PayoutExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(RecordPayoutPosted command) {
    if (isToDecide(State.POSTED)) {
      apply(new PayoutPosted(command.payout(), request.organiser(), request.amount()));
    }
  }

  @CommandHandler
  void handle(RecordPayoutRefused command) {
    if (isToDecide(State.REFUSED)) {
      apply(
          new PayoutRefused(
              command.payout(), request.organiser(), request.amount(), command.reason()));
    }
  }

  private boolean isToDecide(State decision) {
    if (state != State.REQUESTED && state != decision) {
      throw new CommandRefused(new PayoutAlreadyDecided(id));
    }
    return state == State.REQUESTED;
  }

  @EventSourcingHandler
  void on(PayoutEvent event) {
    state =
        switch (event) {
          case PayoutRequested requested -> {
            id = requested.payout();
            request = requested;
            yield State.REQUESTED;
          }
          case PayoutPosted _ -> State.POSTED;
          case PayoutRefused _ -> State.REFUSED;
        };
  }
}
