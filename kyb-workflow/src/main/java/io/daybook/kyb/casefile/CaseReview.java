package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.OpenReview;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.ReviewNotDue;
import io.daybook.kyb.casefile.KybError.ReviewNotOpen;
import io.daybook.kyb.casefile.KybEvent.ReviewCompleted;
import io.daybook.kyb.casefile.KybEvent.ReviewOpened;
import io.daybook.kyb.casefile.KybEvent.ReviewProposed;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.ledger.CommandRefused;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The periodic review of one approved business: when it is due, and what officers said. */
final class CaseReview {
  private @Nullable Instant dueAt;
  private @Nullable Instant openedFor;
  private boolean isOpen;
  private @Nullable ReviewProposed proposed;
  private @Nullable ReviewCompleted completed;

  /** Returns what happens when the time has come; nothing if that review was opened before. */
  Optional<ReviewOpened> open(OpenReview command) {
    if (command.dueAt().equals(openedFor)) {
      return Optional.empty();
    }
    if (!command.dueAt().equals(dueAt)) {
      throw new CommandRefused(new ReviewNotDue(command.kybCase()));
    }
    return Optional.of(new ReviewOpened(command.kybCase(), command.dueAt()));
  }

  /** Returns what happens when an officer says that the approval stands. */
  Optional<KybEvent> confirm(ConfirmReview command) {
    var proposal = new ReviewProposed(command.kybCase(), command.officer(), command.reason());
    if (proposal.equals(proposed) || isCompletedBy(command)) {
      return Optional.empty();
    }
    if (!isOpen) {
      throw new CommandRefused(new ReviewNotOpen(command.kybCase()));
    }
    if (proposed == null) {
      return Optional.of(proposal);
    }
    if (proposed.officer().equals(command.officer())) {
      throw new CommandRefused(new FourEyes(command.officer(), Conflict.PROPOSER));
    }
    return Optional.of(
        new ReviewCompleted(
            command.kybCase(), proposed.officer(), command.officer(), command.reason()));
  }

  boolean isOpen() {
    return isOpen;
  }

  void on(ReviewScheduled event) {
    dueAt = event.dueAt();
  }

  void on(ReviewOpened event) {
    openedFor = event.dueAt();
    isOpen = true;
    proposed = null;
  }

  void on(ReviewProposed event) {
    proposed = event;
  }

  void on(ReviewCompleted event) {
    completed = event;
    isOpen = false;
  }

  private boolean isCompletedBy(ConfirmReview command) {
    return completed != null
        && !isOpen
        && completed.completedBy().equals(command.officer())
        && completed.reason().equals(command.reason());
  }
}
