package io.daybook.ledger.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.wallet.PayoutCommand.ApprovePayout;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutCommand.RejectPayout;
import io.daybook.ledger.wallet.PayoutCommand.RequestPayout;
import io.daybook.ledger.wallet.PayoutError.AmountNotPositive;
import io.daybook.ledger.wallet.PayoutError.FourEyesRequired;
import io.daybook.ledger.wallet.PayoutError.OrganiserNotCleared;
import io.daybook.ledger.wallet.PayoutError.PayoutAccountCoolingOff;
import io.daybook.ledger.wallet.PayoutError.PayoutAlreadyDecided;
import io.daybook.ledger.wallet.PayoutError.PayoutExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutError.PayoutNotWaiting;
import io.daybook.ledger.wallet.PayoutError.UnknownPayoutAccount;
import io.daybook.ledger.wallet.PayoutEvent.PayoutApproved;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutProposed;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRejected;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to an organiser. A second person lets a large one go, compliance may hold it up
 * until then, and whether there is enough money, the ledger decides.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Payout {
  private enum State {
    WAITING,
    REJECTED,
    REQUESTED,
    POSTED,
    REFUSED
  }

  @AggregateIdentifier private PayoutId id;
  // Absent for payouts from before there were accounts to choose from.
  private @Nullable PayoutProposed proposal;
  private PayoutRequested request;
  private State state;
  private @Nullable PayoutEvent decision;

  Payout() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      RequestPayout command,
      OrganiserClearance clearance,
      PayoutAccounts accounts,
      PayoutPolicy policy) {
    if (id != null) {
      requireSameContent(command);
      return;
    }
    if (!command.amount().isPositive()) {
      throw new CommandRefused(new AmountNotPositive(command.payout(), command.amount()));
    }
    var proposed =
        new PayoutProposed(
            command.payout(),
            command.organiser(),
            command.amount(),
            command.account(),
            command.requestedBy(),
            policy.needsApproval(command.amount()));
    PayoutRequested requested = cleared(proposed, clearance);
    Instant usableFrom = usableFrom(proposed, accounts);
    if (command.at().isBefore(usableFrom)) {
      throw new CommandRefused(new PayoutAccountCoolingOff(command.account(), usableFrom));
    }
    apply(proposed);
    if (!proposed.needsApproval()) {
      apply(requested);
    }
  }

  private static PayoutRequested cleared(PayoutProposed proposed, OrganiserClearance clearance) {
    String approval =
        clearance
            .find(proposed.organiser())
            .orElseThrow(() -> new CommandRefused(new OrganiserNotCleared(proposed.organiser())));
    return new PayoutRequested(
        proposed.payout(),
        proposed.organiser(),
        proposed.amount(),
        proposed.requestedBy(),
        approval);
  }

  private static Instant usableFrom(PayoutProposed proposed, PayoutAccounts accounts) {
    return accounts
        .usableFrom(proposed.organiser(), proposed.account())
        .orElseThrow(() -> new CommandRefused(new UnknownPayoutAccount(proposed.account())));
  }

  private void requireSameContent(RequestPayout command) {
    if (proposal == null
        || !command.organiser().equals(proposal.organiser())
        || !command.amount().equals(proposal.amount())
        || !command.account().equals(proposal.account())
        || !command.requestedBy().equals(proposal.requestedBy())) {
      throw new CommandRefused(new PayoutExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(ApprovePayout command, OrganiserClearance clearance, PayoutAccounts accounts) {
    var approved = new PayoutApproved(id, command.by());
    if (approved.equals(decision)) {
      return;
    }
    PayoutProposed waiting = requireWaiting();
    if (command.by().equals(waiting.requestedBy())) {
      throw new CommandRefused(new FourEyesRequired(id));
    }
    // Compliance or the organiser may have thought better of it since.
    PayoutRequested requested = cleared(waiting, clearance);
    usableFrom(waiting, accounts);
    apply(approved);
    apply(requested);
  }

  @CommandHandler
  void handle(RejectPayout command) {
    var rejected = new PayoutRejected(id, command.by());
    if (!rejected.equals(decision)) {
      requireWaiting();
      apply(rejected);
    }
  }

  private PayoutProposed requireWaiting() {
    if (proposal == null || state != State.WAITING) {
      throw new CommandRefused(new PayoutNotWaiting(id));
    }
    return proposal;
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
    id = event.payout();
    state =
        switch (event) {
          case PayoutProposed proposed -> {
            proposal = proposed;
            yield State.WAITING;
          }
          case PayoutApproved approved -> {
            decision = approved;
            yield State.WAITING;
          }
          case PayoutRejected rejected -> {
            decision = rejected;
            yield State.REJECTED;
          }
          case PayoutRequested requested -> {
            request = requested;
            yield State.REQUESTED;
          }
          case PayoutPosted _ -> State.POSTED;
          case PayoutRefused _ -> State.REFUSED;
        };
  }
}
