package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Where one case stands, and who applied. */
final class CaseStanding {
  private @Nullable CaseOpened opened;
  private CaseState state = CaseState.OPEN;

  boolean isOpened() {
    return opened != null;
  }

  /** Whether the case was opened so. */
  boolean isOpened(CaseOpened event) {
    return event.equals(opened);
  }

  OrganiserId organiser() {
    return opened().organiser();
  }

  CaseState state() {
    return state;
  }

  /** Whether the case stands in one of these states. */
  boolean is(CaseState first, CaseState... others) {
    return EnumSet.of(first, others).contains(state);
  }

  /**
   * Checks that the case stands in one of these states.
   *
   * @throws CommandRefused if it does not
   */
  void require(CaseState first, CaseState... others) {
    if (!is(first, others)) {
      throw new CommandRefused(
          new CaseNotInState(opened().kybCase(), EnumSet.of(first, others), state));
    }
  }

  /**
   * Checks that officers may review hits of the case.
   *
   * @throws CommandRefused if nobody may, or {@code officer} may not
   */
  void requireReviewable(UserId officer) {
    require(CaseState.SUBMITTED, CaseState.CHECKED, CaseState.PROPOSED, CaseState.APPROVED);
    requireNotApplicant(officer);
  }

  /**
   * Checks that somebody else applied.
   *
   * @throws CommandRefused if {@code officer} did
   */
  void requireNotApplicant(UserId officer) {
    if (officer.equals(opened().applicant())) {
      throw new CommandRefused(new FourEyes(officer, Conflict.APPLICANT));
    }
  }

  void on(CaseOpened event) {
    opened = event;
  }

  void become(CaseState next) {
    state = next;
  }

  private CaseOpened opened() {
    if (opened == null) {
      throw new IllegalStateException("a case begins with CaseOpened");
    }
    return opened;
  }
}
