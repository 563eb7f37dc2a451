package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.ApprovalSeconded;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import org.jspecify.annotations.Nullable;

/** What officers proposed and decided on one case; each of them has one voice. */
final class CaseDecision {
  private static final int TWO_OFFICERS = 2;

  private @Nullable ApprovalProposed proposed;
  private @Nullable ApprovalSeconded seconded;
  private @Nullable KybEvent decided;

  /** Whether this is what was proposed, seconded or decided last. */
  boolean isKnown(KybEvent event) {
    return event.equals(proposed) || event.equals(seconded) || event.equals(decided);
  }

  /** Whether the officer gave this voice for the approval already. */
  boolean isKnown(ApproveCase command) {
    return isKnown(second(command))
        || (decided instanceof CaseApproved(_, _, _, UserId approvedBy, String reason)
            && approvedBy.equals(command.officer())
            && reason.equals(command.reason()));
  }

  /**
   * Checks that the officer has a voice left.
   *
   * @throws CommandRefused if the officer proposed or seconded
   */
  void requireOther(UserId officer) {
    if (proposal().officer().equals(officer)) {
      throw new CommandRefused(new FourEyes(officer, Conflict.PROPOSER));
    }
    if (seconded != null && seconded.officer().equals(officer)) {
      throw new CommandRefused(new FourEyes(officer, Conflict.SECONDER));
    }
  }

  /** Returns what happens when another officer agrees, if so many must. */
  KybEvent agree(ApproveCase command, OrganiserId organiser, int officers) {
    return officers > TWO_OFFICERS && seconded == null
        ? second(command)
        : new CaseApproved(
            command.kybCase(),
            organiser,
            proposal().officer(),
            command.officer(),
            command.reason());
  }

  void on(ApprovalProposed event) {
    proposed = event;
    seconded = null;
  }

  void on(ApprovalSeconded event) {
    seconded = event;
  }

  void decide(KybEvent event) {
    decided = event;
  }

  private static ApprovalSeconded second(ApproveCase command) {
    return new ApprovalSeconded(command.kybCase(), command.officer(), command.reason());
  }

  private ApprovalProposed proposal() {
    if (proposed == null) {
      throw new IllegalStateException("a case in state PROPOSED has a proposal");
    }
    return proposed;
  }
}
