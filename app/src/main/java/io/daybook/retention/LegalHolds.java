package io.daybook.retention;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.retention.LegalHold.State;
import io.daybook.retention.RetentionCommand.ApproveLegalHold;
import io.daybook.retention.RetentionCommand.ProposeLegalHold;
import io.daybook.retention.RetentionCommand.ProposeRelease;
import io.daybook.retention.RetentionCommand.WithdrawLegalHold;
import io.daybook.retention.RetentionError.LegalHoldUnknown;
import io.daybook.retention.RetentionError.ReferenceInvalid;
import io.daybook.retention.RetentionError.RetentionStepRefused;
import io.daybook.retention.RetentionEvent.LegalHoldPlaced;
import io.daybook.retention.RetentionEvent.LegalHoldProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleaseProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleased;
import io.daybook.retention.RetentionEvent.LegalHoldWithdrawn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The legal holds on one person: what is decided about them, by the state that events left. */
final class LegalHolds {
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,59}");

  private final Map<LegalHoldId, LegalHold> holds = new HashMap<>();

  /** Returns whether anything about the person must be kept. */
  boolean hold() {
    return holds.values().stream().anyMatch(hold -> hold.state().holds());
  }

  Optional<RetentionEvent> decide(ProposeLegalHold command) {
    if (!REFERENCE.matcher(command.reference()).matches()) {
      throw new CommandRefused(new ReferenceInvalid());
    }
    @Nullable LegalHold known = holds.get(command.hold());
    if (known != null) {
      requireSame(known, command);
      return Optional.empty();
    }
    FourEyes.require(command.officer(), command.person());
    return Optional.of(
        new LegalHoldProposed(
            command.subject(),
            command.person(),
            command.hold(),
            command.reference(),
            command.officer()));
  }

  private static void requireSame(LegalHold known, ProposeLegalHold command) {
    if (!known.reference().equals(command.reference())) {
      throw new CommandRefused(new RetentionStepRefused(known.state().name()));
    }
  }

  Optional<RetentionEvent> decide(ApproveLegalHold command, UserId person) {
    LegalHold hold = find(command.hold());
    UserId officer = command.officer();
    boolean isEnd = hold.state() == State.RELEASE_PROPOSED;
    if (!isEnd && hold.state() != State.PROPOSED) {
      boolean isRepeated =
          (hold.state() == State.PLACED || hold.state() == State.RELEASED)
              && hold.by().equals(officer);
      return unless(isRepeated, hold);
    }
    FourEyes.require(officer, person);
    FourEyes.require(officer, hold.by());
    return Optional.of(
        isEnd
            ? new LegalHoldReleased(command.subject(), person, command.hold(), hold.by(), officer)
            : new LegalHoldPlaced(command.subject(), person, command.hold(), hold.by(), officer));
  }

  Optional<RetentionEvent> decide(WithdrawLegalHold command, UserId person) {
    LegalHold hold = find(command.hold());
    if (hold.state() != State.PROPOSED && hold.state() != State.RELEASE_PROPOSED) {
      return unless(hold.state() == State.WITHDRAWN, hold);
    }
    FourEyes.require(command.officer(), person);
    return Optional.of(
        new LegalHoldWithdrawn(command.subject(), person, command.hold(), command.officer()));
  }

  Optional<RetentionEvent> decide(ProposeRelease command, UserId person) {
    LegalHold hold = find(command.hold());
    if (hold.state() != State.PLACED) {
      boolean isRepeated =
          hold.state() == State.RELEASE_PROPOSED && hold.by().equals(command.officer());
      return unless(isRepeated, hold);
    }
    FourEyes.require(command.officer(), person);
    return Optional.of(
        new LegalHoldReleaseProposed(command.subject(), person, command.hold(), command.officer()));
  }

  private static Optional<RetentionEvent> unless(boolean isRepeated, LegalHold hold) {
    if (isRepeated) {
      return Optional.empty();
    }
    throw new CommandRefused(new RetentionStepRefused(hold.state().name()));
  }

  private LegalHold find(LegalHoldId id) {
    @Nullable LegalHold hold = holds.get(id);
    if (hold == null) {
      throw new CommandRefused(new LegalHoldUnknown(id));
    }
    return hold;
  }

  void on(LegalHoldProposed event) {
    holds.put(event.hold(), new LegalHold(event.reference(), State.PROPOSED, event.proposedBy()));
  }

  /** Notes what became of a hold, and by whom. */
  void change(LegalHoldId id, State state, UserId by) {
    holds.computeIfPresent(id, (_, hold) -> new LegalHold(hold.reference(), state, by));
  }

  /** Takes a proposal back: a hold that was placed works on. */
  void withdraw(LegalHoldWithdrawn event) {
    holds.computeIfPresent(
        event.hold(),
        (_, hold) ->
            new LegalHold(
                hold.reference(),
                hold.state() == State.RELEASE_PROPOSED ? State.PLACED : State.WITHDRAWN,
                event.officer()));
  }
}
