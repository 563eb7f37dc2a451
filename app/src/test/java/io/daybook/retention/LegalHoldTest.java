package io.daybook.retention;

import static io.daybook.retention.ErasureDecisionTest.OLGA;
import static io.daybook.retention.ErasureDecisionTest.PAVEL;
import static io.daybook.retention.ErasureDecisionTest.PERSON;
import static io.daybook.retention.ErasureDecisionTest.SUBJECT;
import static io.daybook.retention.ErasureDecisionTest.given;
import static io.daybook.retention.ErasureDecisionTest.refuses;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.retention.ErasureScope.Level;
import io.daybook.retention.RetentionCommand.ApproveLegalHold;
import io.daybook.retention.RetentionCommand.ProposeLegalHold;
import io.daybook.retention.RetentionCommand.ProposeRelease;
import io.daybook.retention.RetentionCommand.WithdrawLegalHold;
import io.daybook.retention.RetentionError.ErasureUnderWay;
import io.daybook.retention.RetentionError.LegalHoldUnknown;
import io.daybook.retention.RetentionError.ReferenceInvalid;
import io.daybook.retention.RetentionError.RetentionStepRefused;
import io.daybook.retention.RetentionError.SecondPersonNeeded;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import io.daybook.retention.RetentionEvent.LegalHoldPlaced;
import io.daybook.retention.RetentionEvent.LegalHoldProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleaseProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleased;
import io.daybook.retention.RetentionEvent.LegalHoldWithdrawn;
import io.daybook.security.personal.DataClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two officers begin a legal hold, and two end it. */
class LegalHoldTest {
  private static final LegalHoldId HOLD = new LegalHoldId(DerivedId.of("lgh", "hold"));
  private static final LegalHoldId OTHER = new LegalHoldId(DerivedId.of("lgh", "other"));
  private static final String REFERENCE = "4-Js-12/26";

  private static final LegalHoldProposed PROPOSED =
      new LegalHoldProposed(SUBJECT, PERSON, HOLD, REFERENCE, OLGA);
  private static final LegalHoldPlaced PLACED =
      new LegalHoldPlaced(SUBJECT, PERSON, HOLD, OLGA, PAVEL);
  private static final LegalHoldReleaseProposed RELEASING =
      new LegalHoldReleaseProposed(SUBJECT, PERSON, HOLD, PAVEL);
  private static final LegalHoldReleased RELEASED =
      new LegalHoldReleased(SUBJECT, PERSON, HOLD, PAVEL, OLGA);

  @Test
  void oneOfficerProposes() {
    given().when(propose(REFERENCE, OLGA)).expectEvents(PROPOSED);
    given(PROPOSED).when(propose(REFERENCE, OLGA)).expectNoEvents();
  }

  @Test
  void aReferenceIsAFileNumber() {
    for (String reference : List.of("", " ", "of Ada Lovelace", "x".repeat(61), "a\u0000")) {
      refuses(given(), propose(reference, OLGA), new ReferenceInvalid());
    }
    given()
        .when(propose("x".repeat(60), OLGA))
        .expectEvents(new LegalHoldProposed(SUBJECT, PERSON, HOLD, "x".repeat(60), OLGA));
  }

  @Test
  void anotherOfficerAgrees() {
    given(PROPOSED).when(approve(PAVEL)).expectEvents(PLACED);
    given(PROPOSED, PLACED).when(approve(PAVEL)).expectNoEvents();
    refuses(given(PROPOSED), approve(OLGA), new SecondPersonNeeded(OLGA));
    refuses(given(PROPOSED), approve(PERSON), new SecondPersonNeeded(PERSON));
    refuses(given(PROPOSED, PLACED), approve(OLGA), new RetentionStepRefused("PLACED"));
  }

  @Test
  void twoOfficersEndIt() {
    given(PROPOSED, PLACED).when(new ProposeRelease(SUBJECT, HOLD, PAVEL)).expectEvents(RELEASING);
    refuses(given(PROPOSED, PLACED, RELEASING), approve(PAVEL), new SecondPersonNeeded(PAVEL));
    given(PROPOSED, PLACED, RELEASING).when(approve(OLGA)).expectEvents(RELEASED);
    given(PROPOSED, PLACED, RELEASING, RELEASED).when(approve(OLGA)).expectNoEvents();
  }

  @Test
  void onlyAPlacedHoldEnds() {
    refuses(
        given(PROPOSED),
        new ProposeRelease(SUBJECT, HOLD, PAVEL),
        new RetentionStepRefused("PROPOSED"));
  }

  @Test
  void aReleaseThatIsTakenBackLeavesTheHold() {
    var withdrawn = new LegalHoldWithdrawn(SUBJECT, PERSON, HOLD, OLGA);
    given(PROPOSED, PLACED, RELEASING)
        .when(new WithdrawLegalHold(SUBJECT, HOLD, OLGA))
        .expectEvents(withdrawn);
    given(PROPOSED, PLACED, RELEASING, withdrawn)
        .when(new ProposeRelease(SUBJECT, HOLD, OLGA))
        .expectEvents(new LegalHoldReleaseProposed(SUBJECT, PERSON, HOLD, OLGA));
  }

  @Test
  void aPlacedHoldIsNotTakenBack() {
    refuses(
        given(PROPOSED, PLACED),
        new WithdrawLegalHold(SUBJECT, HOLD, OLGA),
        new RetentionStepRefused("PLACED"));
  }

  @Test
  void anUnknownHoldIsNotThere() {
    refuses(
        given(PROPOSED), new ApproveLegalHold(SUBJECT, OTHER, PAVEL), new LegalHoldUnknown(OTHER));
  }

  @Test
  void anApprovedErasureIsNotHeldUp() {
    var erasure = new ErasureId(DerivedId.of("ers", "first"));
    var scope = new ErasureScope(Level.KEYS, List.of(DataClass.ACCOUNT));
    var basis = LegalBasis.NO_LONGER_NEEDED;
    var proposed = new ErasureProposed(SUBJECT, PERSON, erasure, scope, basis, OLGA);
    var approved = new ErasureApproved(SUBJECT, PERSON, erasure, scope, basis, OLGA, PAVEL);

    given(proposed).when(propose(REFERENCE, OLGA)).expectEvents(PROPOSED);
    refuses(given(proposed, approved), propose(REFERENCE, OLGA), new ErasureUnderWay(erasure));
  }

  private static ProposeLegalHold propose(String reference, UserId officer) {
    return new ProposeLegalHold(SUBJECT, PERSON, HOLD, reference, officer);
  }

  private static ApproveLegalHold approve(UserId officer) {
    return new ApproveLegalHold(SUBJECT, HOLD, officer);
  }
}
