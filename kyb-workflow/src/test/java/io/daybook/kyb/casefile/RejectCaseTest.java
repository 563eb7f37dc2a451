package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.ORGANISER;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.REJECTED;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;

import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.ledger.UserId;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RejectCaseTest {
  private static final Set<CaseState> UNDECIDED =
      Set.of(CaseState.SUBMITTED, CaseState.DAMAGED, CaseState.CHECKED, CaseState.PROPOSED);

  @Test
  void rejectsACaseUntilItIsDecided() {
    for (TestExecutor<KybCase> given :
        List.of(Cases.submitted(), Cases.damaged(), Cases.checked(), Cases.proposed())) {
      given.when(reject(SECOND_OFFICER, REASON)).expectEvents(REJECTED);
    }
  }

  @Test
  void letsAnOfficerRejectWhatTheSameOfficerProposed() {
    Cases.proposed()
        .when(reject(FIRST_OFFICER, REASON))
        .expectEvents(new CaseRejected(CASE, ORGANISER, FIRST_OFFICER, REASON));
  }

  @Test
  void refusesTheApplicant() {
    refuses(
        Cases.checked(), reject(APPLICANT, REASON), new FourEyes(APPLICANT, Conflict.APPLICANT));
  }

  @Test
  void refusesACaseThatIsNotSubmitted() {
    refuses(
        Cases.open(),
        reject(SECOND_OFFICER, REASON),
        new CaseNotInState(CASE, UNDECIDED, CaseState.OPEN));
  }

  @Test
  void refusesAnApprovedCase() {
    refuses(
        Cases.approved(),
        reject(SECOND_OFFICER, REASON),
        new CaseNotInState(CASE, UNDECIDED, CaseState.APPROVED));
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.rejected()
        .when(reject(SECOND_OFFICER, REASON))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesToRejectOnceMoreWithAnotherReason() {
    refuses(
        Cases.rejected(),
        reject(SECOND_OFFICER, "another reason"),
        new CaseNotInState(CASE, UNDECIDED, CaseState.REJECTED));
  }

  @Test
  void refusesToGoWithoutAReason() {
    refuses(Cases.checked(), reject(SECOND_OFFICER, ""), new ReasonRequired());
  }

  private static void refuses(TestExecutor<KybCase> given, RejectCase command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static RejectCase reject(UserId officer, String reason) {
    return new RejectCase(CASE, officer, reason);
  }
}
