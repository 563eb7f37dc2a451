package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.CHECK;
import static io.daybook.kyb.casefile.Cases.DAMAGED;
import static io.daybook.kyb.casefile.Cases.EXTRACT;
import static io.daybook.kyb.casefile.Cases.INTACT;
import static io.daybook.kyb.casefile.Cases.OWNERS;
import static io.daybook.kyb.casefile.Cases.SUBMITTED;

import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.CheckExistsWithDifferentResult;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordDocumentCheckTest {
  @Test
  void recordsTheResult() {
    Cases.submitted().when(new RecordDocumentCheck(CASE, CHECK, true)).expectEvents(INTACT);
    Cases.submitted().when(new RecordDocumentCheck(CASE, CHECK, false)).expectEvents(DAMAGED);
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.checked()
        .when(new RecordDocumentCheck(CASE, CHECK, true))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.rejected()
        .when(new RecordDocumentCheck(CASE, CHECK, true))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesTheSameCheckWithTheOtherResult() {
    Cases.checked()
        .when(new RecordDocumentCheck(CASE, CHECK, false))
        .expectNoEvents()
        .expectExceptionDetails(new CheckExistsWithDifferentResult(CHECK));
  }

  @Test
  void refusesAnotherCheckOfACheckedCase() {
    Cases.checked()
        .when(new RecordDocumentCheck(CASE, "check 2", false))
        .expectNoEvents()
        .expectExceptionDetails(
            new CaseNotInState(CASE, Set.of(CaseState.SUBMITTED), CaseState.CHECKED));
  }

  @Test
  void recordsASecondCheckOfACaseThatWasSubmittedAgain() {
    Cases.damaged()
        .andGiven(EXTRACT, OWNERS, SUBMITTED)
        .when(new RecordDocumentCheck(CASE, "check 2", true))
        .expectEvents(new DocumentsChecked(CASE, "check 2", true));
  }
}
