package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.APPROVED;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.ORGANISER;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.DocumentNotIntact;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.ledger.DomainError.Kind;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ApproveCaseTest {
  private static final Set<CaseState> PROPOSED = Set.of(CaseState.PROPOSED);

  private static final Instant NOW = Instant.parse("2024-02-29T10:00:00Z");

  /** In the medium band, as nothing was declared about who owns the business. */
  private static final ReviewScheduled REVIEW =
      new ReviewScheduled(CASE, Instant.parse("2026-02-28T10:00:00Z"), 720);

  @Test
  void approvesWhatAnotherOfficerProposed() {
    Cases.proposed()
        .andGivenCurrentTime(NOW)
        .when(approve(SECOND_OFFICER, REASON))
        .expectEvents(APPROVED, REVIEW);
  }

  @Test
  void approvesAsWellWithTheOfficersInTheOtherOrder() {
    Cases.checked()
        .andGiven(new ApprovalProposed(CASE, SECOND_OFFICER, REASON))
        .andGivenCurrentTime(NOW)
        .when(approve(FIRST_OFFICER, REASON))
        .expectEvents(
            new CaseApproved(CASE, ORGANISER, SECOND_OFFICER, FIRST_OFFICER, REASON), REVIEW);
  }

  @Test
  void refusesWhoeverProposed() {
    refuses(
        Cases.proposed(),
        approve(FIRST_OFFICER, REASON),
        new FourEyes(FIRST_OFFICER, Conflict.PROPOSER));
    refuses(
        Cases.checked().andGiven(new ApprovalProposed(CASE, SECOND_OFFICER, REASON)),
        approve(SECOND_OFFICER, REASON),
        new FourEyes(SECOND_OFFICER, Conflict.PROPOSER));
    assertThat(new FourEyes(FIRST_OFFICER, Conflict.PROPOSER))
        .extracting(KybError::code, KybError::kind)
        .containsExactly("four_eyes", Kind.FORBIDDEN);
  }

  @Test
  void refusesTheApplicant() {
    refuses(
        Cases.proposed(), approve(APPLICANT, REASON), new FourEyes(APPLICANT, Conflict.APPLICANT));
  }

  @Test
  void refusesWithoutAProposal() {
    refuses(
        Cases.checked(),
        approve(SECOND_OFFICER, REASON),
        new CaseNotInState(CASE, PROPOSED, CaseState.CHECKED));
    refuses(Cases.damaged(), approve(SECOND_OFFICER, REASON), new DocumentNotIntact(CASE));
  }

  @Test
  void refusesARejectedCase() {
    refuses(
        Cases.rejected(),
        approve(SECOND_OFFICER, REASON),
        new CaseNotInState(CASE, PROPOSED, CaseState.REJECTED));
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.approved()
        .when(approve(SECOND_OFFICER, REASON))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesToApproveOnceMoreWithAnotherReason() {
    refuses(
        Cases.approved(),
        approve(SECOND_OFFICER, "another reason"),
        new CaseNotInState(CASE, PROPOSED, CaseState.APPROVED));
  }

  @Test
  void refusesToGoWithoutAReason() {
    refuses(Cases.proposed(), approve(SECOND_OFFICER, " "), new ReasonRequired());
  }

  private static void refuses(TestExecutor<KybCase> given, ApproveCase command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static ApproveCase approve(UserId officer, String reason) {
    return new ApproveCase(CASE, officer, reason);
  }
}
