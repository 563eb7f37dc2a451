package io.daybook.retention;

import io.daybook.ledger.CommandRefused;
import io.daybook.retention.Erasure.State;
import io.daybook.retention.RetentionCommand.ApproveErasure;
import io.daybook.retention.RetentionCommand.CompleteErasure;
import io.daybook.retention.RetentionCommand.ProposeErasure;
import io.daybook.retention.RetentionCommand.RecordErasure;
import io.daybook.retention.RetentionCommand.WithdrawErasure;
import io.daybook.retention.RetentionError.ErasureOpen;
import io.daybook.retention.RetentionError.ErasureScopeInvalid;
import io.daybook.retention.RetentionError.ErasureUnderWay;
import io.daybook.retention.RetentionError.ErasureUnknown;
import io.daybook.retention.RetentionError.RetentionStepRefused;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.retention.RetentionEvent.ErasureCompleted;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import io.daybook.retention.RetentionEvent.ErasureRecorded;
import io.daybook.retention.RetentionEvent.ErasureWithdrawn;
import io.daybook.security.personal.DataClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The erasures of one person: what is decided about them, by the state that events left. */
final class Erasures {
  private static final Set<DataClass> OF_A_PERSON =
      Set.of(DataClass.ACCOUNT, DataClass.KYB, DataClass.TICKETING);

  private final Map<ErasureId, Erasure> erasures = new LinkedHashMap<>();

  /** Returns whether {@code command} repeats one that was accepted. */
  boolean isKnown(ProposeErasure command) {
    @Nullable Erasure known = erasures.get(command.erasure());
    return known != null && known.proposal().equals(proposed(command));
  }

  RetentionEvent decide(ProposeErasure command) {
    ErasureScope scope = command.scope();
    if (scope.classes().isEmpty()
        || !OF_A_PERSON.containsAll(scope.classes())
        || (scope.level() == ErasureScope.Level.PAYLOADS
            && !scope.classes().contains(DataClass.KYB))) {
      throw new CommandRefused(new ErasureScopeInvalid());
    }
    FourEyes.require(command.officer(), command.person());
    open()
        .ifPresent(open -> {
          throw new CommandRefused(new ErasureOpen(open.proposal().erasure()));
        });
    return proposed(command);
  }

  private static ErasureProposed proposed(ProposeErasure command) {
    return new ErasureProposed(
        command.subject(),
        command.person(),
        command.erasure(),
        command.scope(),
        command.basis(),
        command.officer());
  }

  Optional<RetentionEvent> decide(WithdrawErasure command) {
    Erasure erasure = find(command.erasure());
    if (erasure.state() == State.WITHDRAWN) {
      return Optional.empty();
    }
    if (erasure.state() != State.PROPOSED) {
      throw new CommandRefused(new ErasureUnderWay(command.erasure()));
    }
    FourEyes.require(command.officer(), erasure.proposal().person());
    return Optional.of(
        new ErasureWithdrawn(command.subject(), command.erasure(), command.officer()));
  }

  /** Returns whether {@code command} repeats one that was accepted. */
  boolean isKnown(ApproveErasure command) {
    Erasure erasure = find(command.erasure());
    return erasure.approvedBy().filter(command.officer()::equals).isPresent();
  }

  RetentionEvent decide(ApproveErasure command) {
    Erasure erasure = find(command.erasure());
    ErasureProposed proposal = erasure.proposal();
    require(erasure, erasure.state() == State.PROPOSED);
    FourEyes.require(command.officer(), proposal.person());
    FourEyes.require(command.officer(), proposal.proposedBy());
    return new ErasureApproved(
        command.subject(),
        proposal.person(),
        proposal.erasure(),
        proposal.scope(),
        proposal.basis(),
        proposal.proposedBy(),
        command.officer());
  }

  Optional<RetentionEvent> decide(RecordErasure command) {
    Erasure erasure = find(command.erasure());
    ErasureProposed proposal = erasure.proposal();
    if (erasure.hasRecorded(command)) {
      return Optional.empty();
    }
    require(erasure, erasure.state().isUnderWay());
    return Optional.of(
        new ErasureRecorded(
            command.subject(),
            proposal.person(),
            proposal.erasure(),
            proposal.scope(),
            proposal.basis(),
            proposal.proposedBy(),
            erasure.approvedBy().orElseThrow(),
            command.keys(),
            command.records()));
  }

  Optional<RetentionEvent> decide(CompleteErasure command) {
    Erasure erasure = find(command.erasure());
    if (erasure.state() == State.COMPLETED) {
      return Optional.empty();
    }
    require(erasure, erasure.state() == State.RECORDED);
    return Optional.of(
        new ErasureCompleted(command.subject(), erasure.proposal().person(), command.erasure()));
  }

  /** Returns the erasure that nothing stops any more, if there is one. */
  Optional<ErasureId> underWay() {
    return open()
        .filter(erasure -> erasure.state().isUnderWay())
        .map(erasure -> erasure.proposal().erasure());
  }

  void on(ErasureProposed event) {
    erasures.put(event.erasure(), Erasure.of(event));
  }

  void on(ErasureWithdrawn event) {
    change(event.erasure(), erasure -> erasure.in(State.WITHDRAWN));
  }

  void on(ErasureApproved event) {
    change(event.erasure(), erasure -> erasure.approved(event.approvedBy()));
  }

  void on(ErasureRecorded event) {
    change(event.erasure(), erasure -> erasure.recorded(event));
  }

  void on(ErasureCompleted event) {
    change(event.erasure(), erasure -> erasure.in(State.COMPLETED));
  }

  private void change(ErasureId id, UnaryOperator<Erasure> step) {
    erasures.computeIfPresent(id, (_, erasure) -> step.apply(erasure));
  }

  private Optional<Erasure> open() {
    return erasures.values().stream().filter(erasure -> erasure.state().isOpen()).findAny();
  }

  private Erasure find(ErasureId id) {
    @Nullable Erasure erasure = erasures.get(id);
    if (erasure == null) {
      throw new CommandRefused(new ErasureUnknown(id));
    }
    return erasure;
  }

  private static void require(Erasure erasure, boolean isPossible) {
    if (!isPossible) {
      throw new CommandRefused(new RetentionStepRefused(erasure.state().name()));
    }
  }
}
