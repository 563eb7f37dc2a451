package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.ORGANISER;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;
import static io.daybook.kyb.casefile.Cases.hit;
import static io.daybook.kyb.casefile.Cases.performed;
import static io.daybook.kyb.casefile.Cases.screening;

import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.HitDecided;
import io.daybook.kyb.casefile.KybError.HitUnknown;
import io.daybook.kyb.casefile.KybError.HitsConfirmed;
import io.daybook.kyb.casefile.KybError.HitsOpen;
import io.daybook.kyb.casefile.KybError.ReasonRequired;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.ClearanceRestored;
import io.daybook.kyb.casefile.KybEvent.ClearanceSuspended;
import io.daybook.kyb.casefile.KybEvent.HitConfirmed;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitDismissed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitReopened;
import io.daybook.kyb.casefile.KybEvent.HitsDisposed;
import io.daybook.kyb.casefile.KybEvent.HitsRaised;
import io.daybook.ledger.UserId;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ReviewHitsTest {
  private static final FoundHit ALIKE = hit("E-1", 949, "1");
  private static final FoundHit NEARLY_SURE = hit("E-2", 950, "1");
  private static final DismissalGround GROUND = DismissalGround.NAME_ALONE;

  @Test
  void oneOfficerDismissesAHitThatIsLessThanATrueMatch() {
    Cases.withHits(ALIKE)
        .when(dismiss(ALIKE, FIRST_OFFICER))
        .expectEvents(dismissed(ALIKE, FIRST_OFFICER), new HitsDisposed(CASE, 0));
  }

  @Test
  void twoOfficersDismissAHitThatIsLikeATrueMatch() {
    var proposed = proposed(NEARLY_SURE);
    Cases.withHits(NEARLY_SURE).when(dismiss(NEARLY_SURE, FIRST_OFFICER)).expectEvents(proposed);
    Cases.withHits(NEARLY_SURE)
        .andGiven(proposed)
        .when(dismiss(NEARLY_SURE, SECOND_OFFICER))
        .expectEvents(dismissed(NEARLY_SURE, SECOND_OFFICER), new HitsDisposed(CASE, 0));
  }

  @Test
  void theSameOfficerIsNotTwo() {
    var again = new DismissHit(CASE, NEARLY_SURE.id(), FIRST_OFFICER, GROUND, "once more");
    Cases.withHits(NEARLY_SURE)
        .andGiven(proposed(NEARLY_SURE))
        .when(again)
        .expectNoEvents()
        .expectExceptionDetails(new FourEyes(FIRST_OFFICER, Conflict.HIT_PROPOSER));
  }

  @Test
  void repeatedDecisionsChangeNothing() {
    Cases.withHits(NEARLY_SURE)
        .andGiven(proposed(NEARLY_SURE))
        .when(dismiss(NEARLY_SURE, FIRST_OFFICER))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.withHits(ALIKE)
        .andGiven(dismissed(ALIKE, FIRST_OFFICER))
        .when(dismiss(ALIKE, FIRST_OFFICER))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.withHits(ALIKE)
        .andGiven(confirmed(ALIKE))
        .when(new ConfirmHit(CASE, ALIKE.id(), FIRST_OFFICER, REASON))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void aHitIsDecidedOnOnce() {
    refuses(
        Cases.withHits(ALIKE).andGiven(dismissed(ALIKE, FIRST_OFFICER)),
        dismiss(ALIKE, SECOND_OFFICER),
        new HitDecided(ALIKE.id(), HitState.DISMISSED));
    refuses(
        Cases.withHits(ALIKE).andGiven(confirmed(ALIKE)),
        new ConfirmHit(CASE, ALIKE.id(), SECOND_OFFICER, REASON),
        new HitDecided(ALIKE.id(), HitState.CONFIRMED));
  }

  @Test
  void aConfirmedHitIsDismissedByTwoOfficersOnly() {
    Cases.withHits(ALIKE)
        .andGiven(confirmed(ALIKE), new HitsDisposed(CASE, 1))
        .when(dismiss(ALIKE, FIRST_OFFICER))
        .expectEvents(proposed(ALIKE), new HitsRaised(CASE, 1));
  }

  @Test
  void refusesTheApplicantAndWhatIsNoHit() {
    refuses(
        Cases.withHits(ALIKE),
        dismiss(ALIKE, APPLICANT),
        new FourEyes(APPLICANT, Conflict.APPLICANT));
    refuses(
        Cases.withHits(ALIKE),
        dismiss(NEARLY_SURE, FIRST_OFFICER),
        new HitUnknown(NEARLY_SURE.id()));
    refuses(
        Cases.withHits(ALIKE),
        new DismissHit(CASE, ALIKE.id(), FIRST_OFFICER, GROUND, " "),
        new ReasonRequired());
  }

  @Test
  void aCaseWithOpenHitsIsNotApproved() {
    refuses(
        Cases.withHits(ALIKE, NEARLY_SURE),
        new ProposeApproval(CASE, FIRST_OFFICER, REASON),
        new HitsOpen(CASE, 2));
    refuses(
        Cases.proposed()
            .andGiven(
                new HitFound(CASE, ALIKE.id(), ALIKE), performed("screening 2", List.of(ALIKE))),
        new ApproveCase(CASE, SECOND_OFFICER, REASON),
        new HitsOpen(CASE, 1));
  }

  @Test
  void aCaseWithAConfirmedHitIsNotApproved() {
    refuses(
        Cases.withHits(ALIKE).andGiven(confirmed(ALIKE)),
        new ProposeApproval(CASE, FIRST_OFFICER, REASON),
        new HitsConfirmed(CASE));
  }

  @Test
  void aDismissedHitStaysDismissedWhileNothingChanges() {
    Cases.withHits(ALIKE)
        .andGiven(dismissed(ALIKE, FIRST_OFFICER), new HitsDisposed(CASE, 0))
        .when(new RecordScreening(CASE, "screening 2", screening(List.of(ALIKE))))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void aDismissedHitReopensWhenTheEntryChanges() {
    FoundHit changed = hit("E-1", 949, "2");
    Cases.withHits(ALIKE)
        .andGiven(dismissed(ALIKE, FIRST_OFFICER), new HitsDisposed(CASE, 0))
        .when(new RecordScreening(CASE, "screening 2", screening(List.of(changed))))
        .expectEvents(
            new HitFound(CASE, ALIKE.id(), changed),
            new HitReopened(CASE, ALIKE.id(), ReopenCause.ENTRY_CHANGED),
            performed("screening 2", List.of(changed)),
            new HitsRaised(CASE, 1));
  }

  @Test
  void aHitOfAnApprovedBusinessSuspendsItsClearance() {
    Cases.approved()
        .when(new RecordScreening(CASE, "screening 2", screening(List.of(ALIKE))))
        .expectEvents(
            new HitFound(CASE, ALIKE.id(), ALIKE),
            performed("screening 2", List.of(ALIKE)),
            new ClearanceSuspended(CASE, ORGANISER));
    suspended()
        .when(dismiss(ALIKE, FIRST_OFFICER))
        .expectEvents(dismissed(ALIKE, FIRST_OFFICER), new ClearanceRestored(CASE, ORGANISER));
  }

  @Test
  void anApprovedBusinessOnAListIsRejected() {
    suspended()
        .andGiven(confirmed(ALIKE))
        .when(new RejectCase(CASE, FIRST_OFFICER, REASON))
        .expectEvents(new CaseRejected(CASE, ORGANISER, FIRST_OFFICER, REASON));
  }

  private static TestExecutor<KybCase> suspended() {
    return Cases.approved()
        .andGiven(
            new HitFound(CASE, ALIKE.id(), ALIKE),
            performed("screening 2", List.of(ALIKE)),
            new ClearanceSuspended(CASE, ORGANISER));
  }

  private static void refuses(TestExecutor<KybCase> given, KybCommand command, KybError error) {
    given.when(command).expectNoEvents().expectExceptionDetails(error);
  }

  private static DismissHit dismiss(FoundHit hit, UserId officer) {
    return new DismissHit(CASE, hit.id(), officer, GROUND, REASON);
  }

  private static HitDismissed dismissed(FoundHit hit, UserId officer) {
    return new HitDismissed(CASE, hit.id(), officer, GROUND, REASON);
  }

  private static HitDismissalProposed proposed(FoundHit hit) {
    return new HitDismissalProposed(CASE, hit.id(), FIRST_OFFICER, GROUND, REASON);
  }

  private static HitConfirmed confirmed(FoundHit hit) {
    return new HitConfirmed(CASE, hit.id(), FIRST_OFFICER, REASON);
  }
}
