package io.daybook.ui;

import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.ReviewView;
import io.daybook.projections.cases.RiskView;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller can decide on a case now.
 *
 * @param hint what the case waits for, and why the caller can't decide if that is so
 * @param choices what the caller's role may decide in this state; none: there is no form
 */
record DecisionPanel(String hint, List<Choice> choices) {

  /**
   * One button.
   *
   * @param value what the form sends
   * @param allowed false: the button is shown, but greyed out
   * @param rejects whether it ends the case
   */
  record Choice(String value, String label, boolean allowed, boolean rejects) {
    static Choice of(Decision decision, boolean allowed) {
      return new Choice(decision.name(), decision.label(), allowed, decision == Decision.REJECT);
    }
  }

  static DecisionPanel of(CaseView kybCase, Caller caller) {
    CaseState state = kybCase.state();
    if (!caller.is(Role.OFFICER)) {
      return new DecisionPanel(state(state) + readOnly(state), List.of());
    }
    if (kybCase.openRequest().isPresent()) {
      return new DecisionPanel(
          "The applicant was asked. The case comes back with the answer, or when the time is over.",
          List.of());
    }
    if (is(kybCase.applicant(), caller)) {
      return new DecisionPanel(
          "You applied for this business, so other officers decide.", choices(state, false, false));
    }
    if (isStopped(kybCase)) {
      return new DecisionPanel(
          kybCase.openHits() > 0
              ? "Hits wait for a review: decide on them below first."
              : "A party is on a list: the case can only be rejected.",
          choices(kybCase.suspended() ? CaseState.SUBMITTED : state, false, true));
    }
    Optional<ReviewView> review = kybCase.openReview();
    if (review.isPresent()) {
      return inReview(review.get(), caller);
    }
    if (state == CaseState.PROPOSED && is(kybCase.proposedBy(), caller)) {
      return new DecisionPanel(
          "You proposed this approval, so another officer must approve it.",
          choices(state, false, true));
    }
    if (state == CaseState.PROPOSED && is(kybCase.secondedBy(), caller)) {
      return new DecisionPanel(
          "You agreed to this approval, so a third officer must approve it.",
          choices(state, false, true));
    }
    return new DecisionPanel(hint(kybCase), choices(state, true, true));
  }

  /** Whether hits stand against an approval, present or to come. */
  private static boolean isStopped(CaseView kybCase) {
    return switch (kybCase.state()) {
      case CHECKED, PROPOSED -> kybCase.openHits() + kybCase.confirmedHits() > 0;
      case APPROVED -> kybCase.suspended();
      case OPEN, SUBMITTED, DAMAGED, REJECTED -> false;
    };
  }

  private static List<Choice> choices(CaseState state, boolean approve, boolean reject) {
    var rejection = Choice.of(Decision.REJECT, reject);
    return switch (state) {
      case CHECKED -> List.of(Choice.of(Decision.PROPOSE, approve), rejection);
      case PROPOSED -> List.of(Choice.of(Decision.APPROVE, approve), rejection);
      case SUBMITTED, DAMAGED -> List.of(rejection);
      case OPEN, APPROVED, REJECTED -> List.of();
    };
  }

  private static DecisionPanel inReview(ReviewView review, Caller caller) {
    boolean own = is(review.proposedBy(), caller);
    String hint =
        review.proposedBy() == null
            ? "The review is due: look at everything again. Two officers confirm the approval."
            : "One officer says that the approval stands. A second pair of eyes decides.";
    return new DecisionPanel(
        own ? "You confirmed this approval, so another officer must agree." : hint,
        List.of(Choice.of(Decision.CONFIRM, !own), Choice.of(Decision.REJECT, true)));
  }

  private static String hint(CaseView kybCase) {
    if (!isForThree(kybCase)) {
      return state(kybCase.state());
    }
    return switch (kybCase.state()) {
      case CHECKED -> "The risk is high, so three officers must agree: the first proposes.";
      case PROPOSED ->
          kybCase.secondedBy() == null
              ? "The risk is high: a second and a third officer must agree to the proposal."
              : "Two officers agree. The risk is high, so a third one decides.";
      case APPROVED -> "Approved by three officers: the organiser may sell and be paid.";
      case OPEN, SUBMITTED, DAMAGED, REJECTED -> state(kybCase.state());
    };
  }

  private static boolean isForThree(CaseView kybCase) {
    RiskView risk = kybCase.risk();
    return risk != null && risk.officers() > 2;
  }

  private static String state(CaseState state) {
    return switch (state) {
      case OPEN -> "The applicant has not handed the case in yet.";
      case SUBMITTED -> "The stored documents are being compared with their hashes.";
      case DAMAGED -> "A stored document is damaged. The applicant must attach all of them again.";
      case CHECKED -> "Two officers must agree: the first proposes, the second approves.";
      case PROPOSED -> "One officer proposed to approve. A second pair of eyes decides.";
      case APPROVED -> "Approved by two officers: the organiser may sell and be paid.";
      case REJECTED -> "Rejected: the organiser may not sell.";
    };
  }

  private static String readOnly(CaseState state) {
    return state == CaseState.APPROVED || state == CaseState.REJECTED
        ? ""
        : " You may read the case; officers decide.";
  }

  private static boolean is(@Nullable UserId user, Caller caller) {
    return user != null && user.value().equals(caller.userId());
  }
}
