package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.SUBMITTED;

import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.ExpireRequest;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.RequestNotOpen;
import io.daybook.kyb.casefile.KybError.RequestOpen;
import io.daybook.kyb.casefile.KybError.RequestTextInvalid;
import io.daybook.kyb.casefile.KybEvent.InformationProvided;
import io.daybook.kyb.casefile.KybEvent.InformationRequested;
import io.daybook.kyb.casefile.KybEvent.RequestExpired;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RequestInformationTest {
  private static final Instant UNTIL = Instant.parse("2026-08-01T10:00:00Z");
  private static final String QUESTION = "Who is behind the holding?";
  private static final List<DocumentKind> KINDS = List.of(DocumentKind.OWNERSHIP_STATEMENT);
  private static final InformationRequested ASKED =
      new InformationRequested(CASE, FIRST_OFFICER, QUESTION, KINDS, UNTIL);
  private static final AnswerRequest ANSWER = new AnswerRequest(CASE, "Anna is");
  private static final InformationProvided ANSWERED = new InformationProvided(CASE, "Anna is");

  @Test
  void givesACheckedCaseBackToItsApplicant() {
    Cases.checked().when(ask(FIRST_OFFICER)).expectEvents(ASKED);
    asked().when(ask(FIRST_OFFICER)).expectNoEvents().expectSuccessfulHandlerExecution();
    refuses(Cases.checked(), ask(APPLICANT), new FourEyes(APPLICANT, Conflict.APPLICANT));
    refuses(
        Cases.proposed(),
        ask(FIRST_OFFICER),
        new CaseNotInState(CASE, EnumSet.of(CaseState.CHECKED), CaseState.PROPOSED));
  }

  @Test
  void asksInPlainText() {
    for (String question : List.of(" ", "a\u0000", "q".repeat(2_001))) {
      refuses(
          Cases.checked(),
          new RequestInformation(CASE, FIRST_OFFICER, question, List.of(), UNTIL),
          new RequestTextInvalid("question", 2_000));
    }
    refuses(asked(), new AnswerRequest(CASE, ""), new RequestTextInvalid("answer", 2_000));
  }

  @Test
  void anAnswerHandsTheCaseOverAgain() {
    asked()
        .andGiven(Cases.attached("new", DocumentKind.OWNERSHIP_STATEMENT))
        .when(ANSWER)
        .expectEvents(ANSWERED, SUBMITTED);
    asked()
        .andGiven(Cases.attached("new", DocumentKind.OWNERSHIP_STATEMENT), ANSWERED, SUBMITTED)
        .when(ANSWER)
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void anAnswerNeedsTheDocumentsThatWereAskedFor() {
    refuses(asked(), ANSWER, new DocumentsMissing(KINDS));
    refuses(
        asked().andGiven(Cases.attached("new", DocumentKind.BANK_STATEMENT)),
        ANSWER,
        new DocumentsMissing(KINDS));
    refuses(asked(), new SubmitCase(CASE), new RequestOpen(CASE));
  }

  @Test
  void nothingIsAnsweredThatIsNotAsked() {
    refuses(Cases.checked(), ANSWER, new RequestNotOpen(CASE));
    refuses(
        asked().andGiven(new RequestExpired(CASE, UNTIL), SUBMITTED),
        ANSWER,
        new RequestNotOpen(CASE));
  }

  @Test
  void theCaseIsHandedOverAsItIsWhenTheTimeIsOver() {
    asked()
        .when(new ExpireRequest(CASE, UNTIL))
        .expectEvents(new RequestExpired(CASE, UNTIL), SUBMITTED);
    for (TestExecutor<KybCase> given :
        List.of(
            asked().andGiven(ANSWERED, SUBMITTED),
            asked().andGiven(new RequestExpired(CASE, UNTIL), SUBMITTED),
            Cases.checked())) {
      given
          .when(new ExpireRequest(CASE, UNTIL))
          .expectNoEvents()
          .expectSuccessfulHandlerExecution();
    }
    asked()
        .when(new ExpireRequest(CASE, UNTIL.plusMillis(1)))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  private static TestExecutor<KybCase> asked() {
    return Cases.checked().andGiven(ASKED);
  }

  private static RequestInformation ask(UserId officer) {
    return new RequestInformation(CASE, officer, QUESTION, KINDS, UNTIL);
  }

  private static void refuses(TestExecutor<KybCase> given, KybCommand command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }
}
