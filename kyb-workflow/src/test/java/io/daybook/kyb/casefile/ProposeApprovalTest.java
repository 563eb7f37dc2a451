package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.PROPOSED;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.DocumentNotIntact;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.ReasonInvalid;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.ledger.UserId;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeApprovalTest {
  private static final Set<CaseState> CHECKED = Set.of(CaseState.CHECKED);

  @Test
  void proposesACheckedCase() {
    Cases.checked().when(propose(FIRST_OFFICER, REASON)).expectEvents(PROPOSED);
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.proposed()
        .when(propose(FIRST_OFFICER, REASON))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.approved()
        .when(propose(FIRST_OFFICER, REASON))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesASecondProposal() {
    var inState = new CaseNotInState(CASE, CHECKED, CaseState.PROPOSED);
    refuses(Cases.proposed(), propose(FIRST_OFFICER, "another reason"), inState);
    refuses(Cases.proposed(), propose(SECOND_OFFICER, REASON), inState);
  }

  @Test
  void refusesWhileTheDocumentsAreNotChecked() {
    var error = new CaseNotInState(CASE, CHECKED, CaseState.SUBMITTED);
    refuses(Cases.submitted(), propose(FIRST_OFFICER, REASON), error);
    assertThat(error.isTransient()).isTrue();
    assertThat(new CaseNotInState(CASE, CHECKED, CaseState.OPEN).isTransient()).isFalse();
  }

  @Test
  void refusesWhileADocumentIsDamaged() {
    refuses(Cases.damaged(), propose(FIRST_OFFICER, REASON), new DocumentNotIntact(CASE));
  }

  @Test
  void refusesTheApplicant() {
    refuses(
        Cases.checked(), propose(APPLICANT, REASON), new FourEyes(APPLICANT, Conflict.APPLICANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t\n", "\u2003"})
  void refusesToGoWithoutAReason(String reason) {
    refuses(Cases.checked(), propose(FIRST_OFFICER, reason), new ReasonRequired());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\u001b[2J", "a\u2028b", "\udc00a"})
  void refusesAReasonThatIsNoText(String reason) {
    refuses(Cases.checked(), propose(FIRST_OFFICER, reason), new ReasonInvalid(2_000));
  }

  @Test
  void acceptsAReasonOfTwoThousandCharacters() {
    Cases.checked()
        .when(propose(FIRST_OFFICER, "r".repeat(2_000)))
        .expectSuccessfulHandlerExecution();
    refuses(Cases.checked(), propose(FIRST_OFFICER, "r".repeat(2_001)), new ReasonInvalid(2_000));
  }

  private static void refuses(
      TestExecutor<KybCase> given, ProposeApproval command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static ProposeApproval propose(UserId officer, String reason) {
    return new ProposeApproval(CASE, officer, reason);
  }
}
