package io.daybook.retention;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.retention.RetentionCommand.ApproveErasure;
import io.daybook.retention.RetentionCommand.ApproveLegalHold;
import io.daybook.retention.RetentionCommand.CompleteErasure;
import io.daybook.retention.RetentionCommand.ExpireData;
import io.daybook.retention.RetentionCommand.ProposeErasure;
import io.daybook.retention.RetentionCommand.ProposeLegalHold;
import io.daybook.retention.RetentionCommand.ProposeRelease;
import io.daybook.retention.RetentionCommand.RecordErasure;
import io.daybook.retention.RetentionCommand.RecordExport;
import io.daybook.retention.RetentionCommand.WithdrawErasure;
import io.daybook.retention.RetentionCommand.WithdrawLegalHold;
import io.daybook.retention.RetentionError.ErasureUnderWay;
import io.daybook.retention.RetentionError.UnderLegalHold;
import io.daybook.retention.RetentionEvent.DataExpired;
import io.daybook.retention.RetentionEvent.DataExported;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.retention.RetentionEvent.ErasureCompleted;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import io.daybook.retention.RetentionEvent.ErasureRecorded;
import io.daybook.retention.RetentionEvent.ErasureWithdrawn;
import io.daybook.retention.RetentionEvent.LegalHoldPlaced;
import io.daybook.retention.RetentionEvent.LegalHoldProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleaseProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleased;
import io.daybook.retention.RetentionEvent.LegalHoldWithdrawn;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Whether a person's data are kept or forgotten: decided by two officers, neither of them the
 * person.
 *
 * <p>Erasures and legal holds are decided here together, so that of two that contradict each other
 * one is refused, whichever comes later.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty and sources it from its first event.
final class DataSubject {
  @AggregateIdentifier private SubjectId id;
  private UserId person;
  private final Erasures erasures = new Erasures();
  private final LegalHolds holds = new LegalHolds();
  private final Set<String> expiredKeys = new HashSet<>();

  DataSubject() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ProposeErasure command) {
    if (!erasures.isKnown(command)) {
      RetentionEvent proposed = erasures.decide(command);
      requireNoHold(command.subject());
      apply(proposed);
    }
  }

  @CommandHandler
  void handle(WithdrawErasure command) {
    erasures.decide(command).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ApproveErasure command) {
    if (!erasures.isKnown(command)) {
      RetentionEvent approved = erasures.decide(command);
      requireNoHold(id);
      apply(approved);
    }
  }

  @CommandHandler
  void handle(RecordErasure command) {
    erasures.decide(command).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CompleteErasure command) {
    erasures.decide(command).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ProposeLegalHold command) {
    holds
        .decide(command)
        .ifPresent(proposed -> {
          erasures
              .underWay()
              .ifPresent(erasure -> {
                throw new CommandRefused(new ErasureUnderWay(erasure));
              });
          apply(proposed);
        });
  }

  @CommandHandler
  void handle(ApproveLegalHold command) {
    holds.decide(command, person).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(WithdrawLegalHold command) {
    holds.decide(command, person).ifPresent(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ProposeRelease command) {
    holds.decide(command, person).ifPresent(AggregateLifecycle::apply);
  }

  /** Each export is recorded, however many there are. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordExport command) {
    apply(new DataExported(command.subject(), command.person(), command.exportedBy()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ExpireData command) {
    if (!expiredKeys.containsAll(command.keys())) {
      requireNoHold(command.subject());
      apply(
          new DataExpired(
              command.subject(),
              command.person(),
              command.dataClass(),
              command.scope(),
              command.keys()));
    }
  }

  private void requireNoHold(SubjectId subject) {
    if (holds.hold()) {
      throw new CommandRefused(new UnderLegalHold(subject));
    }
  }

  @EventSourcingHandler
  void on(RetentionEvent event) {
    id = event.subject();
    switch (event) {
      case ErasureProposed proposed -> {
        person = proposed.person();
        erasures.on(proposed);
      }
      case ErasureWithdrawn withdrawn -> erasures.on(withdrawn);
      case ErasureApproved approved -> erasures.on(approved);
      case ErasureRecorded recorded -> erasures.on(recorded);
      case ErasureCompleted completed -> erasures.on(completed);
      case LegalHoldProposed proposed -> {
        person = proposed.person();
        holds.on(proposed);
      }
      case LegalHoldPlaced placed ->
          holds.change(placed.hold(), LegalHold.State.PLACED, placed.approvedBy());
      case LegalHoldWithdrawn withdrawn -> holds.withdraw(withdrawn);
      case LegalHoldReleaseProposed proposed ->
          holds.change(proposed.hold(), LegalHold.State.RELEASE_PROPOSED, proposed.proposedBy());
      case LegalHoldReleased released ->
          holds.change(released.hold(), LegalHold.State.RELEASED, released.approvedBy());
      case DataExported exported -> person = exported.person();
      case DataExpired expired -> {
        person = expired.person();
        expiredKeys.addAll(expired.keys());
      }
    }
  }
}
