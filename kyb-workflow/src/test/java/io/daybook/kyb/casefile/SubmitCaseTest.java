package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.ASSESSED;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.EXTRACT;
import static io.daybook.kyb.casefile.Cases.OWNERS;
import static io.daybook.kyb.casefile.Cases.SUBMITTED;

import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class SubmitCaseTest {
  private static final SubmitCase SUBMIT = new SubmitCase(CASE);

  @Test
  void handsTheCaseToTheOfficers() {
    Cases.open(EXTRACT, OWNERS).when(SUBMIT).expectEvents(ASSESSED, SUBMITTED);
  }

  @Test
  void namesEachRequiredDocumentThatIsMissing() {
    refuses(
        Cases.open(Cases.attached("statement", DocumentKind.BANK_STATEMENT)),
        DocumentKind.REGISTER_EXTRACT,
        DocumentKind.OWNERSHIP_STATEMENT);
    refuses(Cases.open(EXTRACT), DocumentKind.OWNERSHIP_STATEMENT);
    refuses(
        Cases.open(OWNERS, Cases.attached("second", DocumentKind.OWNERSHIP_STATEMENT)),
        DocumentKind.REGISTER_EXTRACT);
  }

  @Test
  void needsAllDocumentsAgainAfterOneWasDamaged() {
    refuses(Cases.damaged().andGiven(EXTRACT), DocumentKind.OWNERSHIP_STATEMENT);
    Cases.damaged().andGiven(EXTRACT, OWNERS).when(SUBMIT).expectEvents(SUBMITTED);
  }

  @Test
  void changesNothingWhenRepeated() {
    for (TestExecutor<KybCase> given :
        List.of(
            Cases.submitted(),
            Cases.checked(),
            Cases.proposed(),
            Cases.approved(),
            Cases.rejected())) {
      given.when(SUBMIT).expectNoEvents().expectSuccessfulHandlerExecution();
    }
  }

  private static void refuses(TestExecutor<KybCase> given, DocumentKind... missing) {
    given
        .when(SUBMIT)
        .expectNoEvents()
        .expectExceptionDetails(new DocumentsMissing(List.of(missing)));
  }
}
