package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.ORGANISER;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;
import static io.daybook.kyb.casefile.Cases.hit;
import static io.daybook.kyb.casefile.Cases.performed;

import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.OpenReview;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.HitsOpen;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.kyb.casefile.KybError.ReviewNotDue;
import io.daybook.kyb.casefile.KybError.ReviewNotOpen;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.ReviewCompleted;
import io.daybook.kyb.casefile.KybEvent.ReviewOpened;
import io.daybook.kyb.casefile.KybEvent.ReviewProposed;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ReviewCaseTest {
  private static final Instant DUE = Instant.parse("2028-03-01T10:00:00Z");
  private static final ReviewScheduled SCHEDULED = new ReviewScheduled(CASE, DUE, 720);
  private static final ReviewOpened OPENED = new ReviewOpened(CASE, DUE);
  private static final ReviewProposed PROPOSED = new ReviewProposed(CASE, FIRST_OFFICER, REASON);
  private static final ReviewCompleted COMPLETED =
      new ReviewCompleted(CASE, FIRST_OFFICER, SECOND_OFFICER, REASON);

  @Test
  void opensOnceAtTheTimeForWhichItWasScheduled() {
    scheduled().when(new OpenReview(CASE, DUE)).expectEvents(OPENED);
    open().when(new OpenReview(CASE, DUE)).expectNoEvents().expectSuccessfulHandlerExecution();
    refuses(scheduled(), new OpenReview(CASE, DUE.plusMillis(1)), new ReviewNotDue(CASE));
    refuses(Cases.approved(), new OpenReview(CASE, DUE), new ReviewNotDue(CASE));
    refuses(
        scheduled().andGiven(Cases.REJECTED),
        new OpenReview(CASE, DUE),
        new CaseNotInState(CASE, EnumSet.of(CaseState.APPROVED), CaseState.REJECTED));
  }

  @Test
  void twoOfficersSayThatTheApprovalStands() {
    open().when(confirm(FIRST_OFFICER)).expectEvents(PROPOSED);
    open()
        .andGiven(PROPOSED)
        .andGivenCurrentTime(DUE)
        .when(confirm(SECOND_OFFICER))
        .expectEvents(
            COMPLETED, new ReviewScheduled(CASE, Instant.parse("2030-03-01T10:00:00Z"), 720));
  }

  @Test
  void theSameOfficerIsNotTwoAndTheApplicantNone() {
    refuses(
        open().andGiven(PROPOSED),
        new ConfirmReview(CASE, FIRST_OFFICER, "once more"),
        new FourEyes(FIRST_OFFICER, Conflict.PROPOSER));
    refuses(open(), confirm(APPLICANT), new FourEyes(APPLICANT, Conflict.APPLICANT));
    refuses(open(), new ConfirmReview(CASE, FIRST_OFFICER, " "), new ReasonRequired());
  }

  @Test
  void isConfirmedOnlyWhileItIsOpen() {
    refuses(scheduled(), confirm(FIRST_OFFICER), new ReviewNotOpen(CASE));
    refuses(
        open().andGiven(PROPOSED, COMPLETED),
        new ConfirmReview(CASE, SECOND_OFFICER, "too late"),
        new ReviewNotOpen(CASE));
    open()
        .andGiven(PROPOSED, COMPLETED)
        .when(confirm(SECOND_OFFICER))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void isNotConfirmedWhileAHitIsOpen() {
    FoundHit found = hit("E-1", 900, "1");
    refuses(
        open()
            .andGiven(
                new HitFound(CASE, found.id(), found), performed("screening 2", List.of(found))),
        confirm(FIRST_OFFICER),
        new HitsOpen(CASE, 1));
  }

  @Test
  void anOfficerRejectsABusinessInReviewAndNoOtherThatIsApproved() {
    var rejected = new CaseRejected(CASE, ORGANISER, FIRST_OFFICER, REASON);
    open().when(new RejectCase(CASE, FIRST_OFFICER, REASON)).expectEvents(rejected);
    refuses(
        open().andGiven(rejected),
        new RejectCase(CASE, FIRST_OFFICER, "once more"),
        notInState(CaseState.REJECTED));
    refuses(
        open().andGiven(PROPOSED, COMPLETED),
        new RejectCase(CASE, FIRST_OFFICER, REASON),
        notInState(CaseState.APPROVED));
  }

  @Test
  void aReviewThatWasSaidSoBeforeIsSaidSoAgain() {
    Instant next = DUE.plusSeconds(1);
    open()
        .andGiven(
            PROPOSED, COMPLETED, new ReviewScheduled(CASE, next, 720), new ReviewOpened(CASE, next))
        .when(confirm(FIRST_OFFICER))
        .expectEvents(PROPOSED);
  }

  private static CaseNotInState notInState(CaseState actual) {
    return new CaseNotInState(
        CASE,
        EnumSet.of(CaseState.SUBMITTED, CaseState.DAMAGED, CaseState.CHECKED, CaseState.PROPOSED),
        actual);
  }

  private static TestExecutor<KybCase> scheduled() {
    return Cases.approved().andGiven(SCHEDULED);
  }

  private static TestExecutor<KybCase> open() {
    return scheduled().andGiven(OPENED);
  }

  private static void refuses(TestExecutor<KybCase> given, KybCommand command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static ConfirmReview confirm(UserId officer) {
    return new ConfirmReview(CASE, officer, REASON);
  }
}
