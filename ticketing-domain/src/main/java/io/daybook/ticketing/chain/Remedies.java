package io.daybook.ticketing.chain;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainCommand.WithdrawRemedy;
import io.daybook.ticketing.chain.ChainError.FourEyes;
import io.daybook.ticketing.chain.ChainError.NothingToResume;
import io.daybook.ticketing.chain.ChainError.RemedyEnded;
import io.daybook.ticketing.chain.ChainError.RemedyExistsWithDifferentContent;
import io.daybook.ticketing.chain.ChainError.RemedyIncomplete;
import io.daybook.ticketing.chain.ChainError.RemedyOpen;
import io.daybook.ticketing.chain.ChainError.RemedyUnknown;
import io.daybook.ticketing.chain.ChainEvent.FinalityViolated;
import io.daybook.ticketing.chain.ChainEvent.NonceTaken;
import io.daybook.ticketing.chain.ChainEvent.RemedyOrdered;
import io.daybook.ticketing.chain.ChainEvent.RemedyProposed;
import io.daybook.ticketing.chain.ChainEvent.RemedyWithdrawn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decided to have done about one chain, and what there is to decide. */
final class Remedies {
  private final Map<RemedyId, Asked> all = new HashMap<>();
  private boolean isReadingHalted;
  private @Nullable Long nonceTaken;

  private enum State {
    PROPOSED,
    ORDERED,
    WITHDRAWN
  }

  /** A remedy with who asked for it, and who brought it where it is. */
  private record Asked(Remedy remedy, UserId proposedBy, State state, UserId by) {
    boolean isOpen(Remedy other) {
      return state == State.PROPOSED && remedy.equals(other);
    }
  }

  Optional<ChainEvent> decide(ProposeRemedy command) {
    if (!command.remedy().isComplete()) {
      throw new CommandRefused(new RemedyIncomplete(command.remedy().act()));
    }
    @Nullable Asked known = all.get(command.id());
    if (known != null) {
      requireSame(known, command);
      return Optional.empty();
    }
    requireNeed(command.remedy());
    all.forEach((id, asked) -> {
      if (asked.isOpen(command.remedy())) {
        throw new CommandRefused(new RemedyOpen(id));
      }
    });
    return Optional.of(
        command.remedy().act().needsTwo()
            ? new RemedyProposed(command.chain(), command.id(), command.remedy(), command.by())
            : new RemedyOrdered(
                command.chain(), command.id(), command.remedy(), command.by(), null));
  }

  private static void requireSame(Asked known, ProposeRemedy command) {
    if (!known.remedy().equals(command.remedy()) || !known.proposedBy().equals(command.by())) {
      throw new CommandRefused(new RemedyExistsWithDifferentContent(command.id()));
    }
  }

  private void requireNeed(Remedy remedy) {
    boolean isNeeded =
        switch (remedy.act()) {
          case RESUME_READING -> isReadingHalted;
          case RESUME_SENDING -> nonceTaken != null;
          case SEND_AGAIN, PAY_MORE, CANCEL -> true;
        };
    if (!isNeeded) {
      throw new CommandRefused(new NothingToResume(remedy.act()));
    }
  }

  Optional<ChainEvent> decide(ApproveRemedy command) {
    Asked asked = find(command.id());
    if (asked.state() != State.PROPOSED) {
      return unless(asked.state() == State.ORDERED && asked.by().equals(command.by()), command);
    }
    if (asked.proposedBy().equals(command.by())) {
      throw new CommandRefused(new FourEyes(command.by()));
    }
    requireNeed(asked.remedy());
    return Optional.of(
        new RemedyOrdered(
            command.chain(), command.id(), asked.remedy(), asked.proposedBy(), command.by()));
  }

  Optional<ChainEvent> decide(WithdrawRemedy command) {
    Asked asked = find(command.id());
    return asked.state() == State.PROPOSED
        ? Optional.of(new RemedyWithdrawn(command.chain(), command.id(), command.by()))
        : unless(asked.state() == State.WITHDRAWN, command);
  }

  private static Optional<ChainEvent> unless(boolean isRepeated, ChainCommand.OfRemedy command) {
    if (isRepeated) {
      return Optional.empty();
    }
    throw new CommandRefused(new RemedyEnded(command.id()));
  }

  private Asked find(RemedyId id) {
    @Nullable Asked asked = all.get(id);
    if (asked == null) {
      throw new CommandRefused(new RemedyUnknown(id));
    }
    return asked;
  }

  /** Whether sending has stopped at this nonce already. */
  boolean isTaken(long nonce) {
    return nonceTaken != null && nonceTaken == nonce;
  }

  void on(FinalityViolated event) {
    isReadingHalted = true;
  }

  void on(NonceTaken event) {
    nonceTaken = event.nonce();
  }

  void on(RemedyProposed event) {
    all.put(
        event.id(),
        new Asked(event.remedy(), event.proposedBy(), State.PROPOSED, event.proposedBy()));
  }

  void on(RemedyOrdered event) {
    @Nullable UserId second = event.approvedBy();
    all.put(
        event.id(),
        new Asked(
            event.remedy(),
            event.proposedBy(),
            State.ORDERED,
            second == null ? event.proposedBy() : second));
    switch (event.remedy().act()) {
      case RESUME_READING -> isReadingHalted = false;
      case RESUME_SENDING -> nonceTaken = null;
      case SEND_AGAIN, PAY_MORE, CANCEL -> {}
    }
  }

  void on(RemedyWithdrawn event) {
    all.computeIfPresent(
        event.id(),
        (_, asked) ->
            new Asked(asked.remedy(), asked.proposedBy(), State.WITHDRAWN, event.withdrawnBy()));
  }
}
