package io.daybook.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.retention.ErasureScope.Level;
import io.daybook.retention.RetentionCommand.ApproveErasure;
import io.daybook.retention.RetentionCommand.CompleteErasure;
import io.daybook.retention.RetentionCommand.ExpireData;
import io.daybook.retention.RetentionCommand.ProposeErasure;
import io.daybook.retention.RetentionCommand.RecordErasure;
import io.daybook.retention.RetentionCommand.WithdrawErasure;
import io.daybook.retention.RetentionError.ErasureOpen;
import io.daybook.retention.RetentionError.ErasureScopeInvalid;
import io.daybook.retention.RetentionError.ErasureUnderWay;
import io.daybook.retention.RetentionError.ErasureUnknown;
import io.daybook.retention.RetentionError.RetentionStepRefused;
import io.daybook.retention.RetentionError.SecondPersonNeeded;
import io.daybook.retention.RetentionError.UnderLegalHold;
import io.daybook.retention.RetentionEvent.DataExpired;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.retention.RetentionEvent.ErasureCompleted;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import io.daybook.retention.RetentionEvent.ErasureRecorded;
import io.daybook.retention.RetentionEvent.ErasureWithdrawn;
import io.daybook.retention.RetentionEvent.LegalHoldProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleased;
import io.daybook.security.personal.DataClass;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Two officers erase, and nothing else does. */
class ErasureDecisionTest {
  static final UserId PERSON = new UserId(DerivedId.of("usr", "person"));
  static final SubjectId SUBJECT = SubjectId.of(PERSON);
  static final UserId OLGA = new UserId(DerivedId.of("usr", "olga"));
  static final UserId PAVEL = new UserId(DerivedId.of("usr", "pavel"));

  private static final ErasureId ERASURE = new ErasureId(DerivedId.of("ers", "first"));
  private static final ErasureId SECOND = new ErasureId(DerivedId.of("ers", "second"));
  private static final LegalHoldId HOLD = new LegalHoldId(DerivedId.of("lgh", "hold"));
  private static final ErasureScope ALL =
      new ErasureScope(
          Level.PAYLOADS, List.of(DataClass.TICKETING, DataClass.ACCOUNT, DataClass.KYB));
  private static final LegalBasis BASIS = LegalBasis.LEGAL_OBLIGATION;
  private static final List<String> KEYS = List.of("key_1");
  private static final List<ErasedRecord> RECORDS = List.of(new ErasedRecord(7, "evt_7"));

  private static final ErasureProposed PROPOSED =
      new ErasureProposed(SUBJECT, PERSON, ERASURE, ALL, BASIS, OLGA);
  private static final ErasureApproved APPROVED =
      new ErasureApproved(SUBJECT, PERSON, ERASURE, ALL, BASIS, OLGA, PAVEL);
  private static final ErasureRecorded RECORDED =
      new ErasureRecorded(SUBJECT, PERSON, ERASURE, ALL, BASIS, OLGA, PAVEL, KEYS, RECORDS);
  private static final ErasureCompleted COMPLETED = new ErasureCompleted(SUBJECT, PERSON, ERASURE);
  private static final LegalHoldProposed HELD =
      new LegalHoldProposed(SUBJECT, PERSON, HOLD, "4-Js-12/26", OLGA);

  @Test
  void oneOfficerProposes() {
    given().when(propose(ERASURE, OLGA)).expectEvents(PROPOSED);
  }

  @Test
  void aRepeatedProposalChangesNothing() {
    given(PROPOSED)
        .when(propose(ERASURE, OLGA))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void thePersonDoesNotProposeInAnOwnMatter() {
    refuses(given(), propose(ERASURE, PERSON), new SecondPersonNeeded(PERSON));
  }

  @Test
  void anErasureNamesClassesOfAPersonsData() {
    for (ErasureScope scope :
        List.of(
            new ErasureScope(Level.KEYS, List.of()),
            new ErasureScope(Level.KEYS, List.of(DataClass.ANSWERS)),
            new ErasureScope(Level.PAYLOADS, List.of(DataClass.TICKETING)))) {
      refuses(
          given(),
          new ProposeErasure(SUBJECT, PERSON, ERASURE, scope, BASIS, OLGA),
          new ErasureScopeInvalid());
    }
  }

  @Test
  void oneErasureAtATime() {
    refuses(given(PROPOSED), propose(SECOND, PAVEL), new ErasureOpen(ERASURE));
    refuses(given(PROPOSED, APPROVED), propose(SECOND, PAVEL), new ErasureOpen(ERASURE));
    refuses(given(PROPOSED, APPROVED, RECORDED), propose(SECOND, PAVEL), new ErasureOpen(ERASURE));
    given(PROPOSED, APPROVED, RECORDED, COMPLETED)
        .when(propose(SECOND, OLGA))
        .expectEvents(new ErasureProposed(SUBJECT, PERSON, SECOND, ALL, BASIS, OLGA));
  }

  @Test
  void anotherOfficerApproves() {
    given(PROPOSED).when(approve(PAVEL)).expectEvents(APPROVED);
  }

  @Test
  void whoProposedDoesNotApprove() {
    refuses(given(PROPOSED), approve(OLGA), new SecondPersonNeeded(OLGA));
  }

  @Test
  void thePersonDoesNotApprove() {
    refuses(given(PROPOSED), approve(PERSON), new SecondPersonNeeded(PERSON));
  }

  @Test
  void anApprovalIsRepeatedWithoutEffectByItsOfficerAlone() {
    given(PROPOSED, APPROVED)
        .when(approve(PAVEL))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    given(PROPOSED, APPROVED, RECORDED, COMPLETED).when(approve(PAVEL)).expectNoEvents();
    refuses(given(PROPOSED, APPROVED), approve(OLGA), new RetentionStepRefused("APPROVED"));
  }

  @Test
  void whatWasNotProposedIsNotApproved() {
    refuses(
        given(PROPOSED), new ApproveErasure(SUBJECT, SECOND, PAVEL), new ErasureUnknown(SECOND));
  }

  @Test
  void aProposalIsTakenBackAndThenNotApproved() {
    var withdrawn = new ErasureWithdrawn(SUBJECT, ERASURE, PAVEL);
    given(PROPOSED).when(new WithdrawErasure(SUBJECT, ERASURE, PAVEL)).expectEvents(withdrawn);
    refuses(given(PROPOSED, withdrawn), approve(PAVEL), new RetentionStepRefused("WITHDRAWN"));
  }

  @Test
  void anApprovedErasureIsNotTakenBack() {
    refuses(
        given(PROPOSED, APPROVED),
        new WithdrawErasure(SUBJECT, ERASURE, OLGA),
        new ErasureUnderWay(ERASURE));
  }

  @Test
  void aLegalHoldStopsProposalAndApproval() {
    refuses(given(HELD), propose(ERASURE, OLGA), new UnderLegalHold(SUBJECT));
    refuses(given(PROPOSED, HELD), approve(PAVEL), new UnderLegalHold(SUBJECT));
    given(PROPOSED, HELD, new LegalHoldReleased(SUBJECT, PERSON, HOLD, OLGA, PAVEL))
        .when(approve(PAVEL))
        .expectEvents(APPROVED);
  }

  @Test
  void onlyAnApprovedErasureIsRecorded() {
    var record = new RecordErasure(SUBJECT, ERASURE, KEYS, RECORDS);
    given(PROPOSED, APPROVED).when(record).expectEvents(RECORDED);
    given(PROPOSED, APPROVED, RECORDED).when(record).expectNoEvents();
    given(PROPOSED, APPROVED, RECORDED, COMPLETED).when(record).expectNoEvents();
    refuses(given(PROPOSED), record, new RetentionStepRefused("PROPOSED"));
  }

  @Test
  void whatCameLateIsRecordedToo() {
    var late = List.of(new ErasedRecord(9, "evt_9"));
    given(PROPOSED, APPROVED, RECORDED)
        .when(new RecordErasure(SUBJECT, ERASURE, KEYS, late))
        .expectEvents(
            new ErasureRecorded(SUBJECT, PERSON, ERASURE, ALL, BASIS, OLGA, PAVEL, KEYS, late));
  }

  @Test
  void onlyARecordedErasureIsCompleted() {
    var complete = new CompleteErasure(SUBJECT, ERASURE);
    refuses(given(PROPOSED, APPROVED), complete, new RetentionStepRefused("APPROVED"));
    given(PROPOSED, APPROVED, RECORDED).when(complete).expectEvents(COMPLETED);
    given(PROPOSED, APPROVED, RECORDED, COMPLETED).when(complete).expectNoEvents();
  }

  @Test
  void dataExpireByThemselvesButNotUnderALegalHold() {
    var expire = new ExpireData(SUBJECT, PERSON, DataClass.TICKETING, "shw_1", KEYS);
    var expired = new DataExpired(SUBJECT, PERSON, DataClass.TICKETING, "shw_1", KEYS);
    given().when(expire).expectEvents(expired);
    given(expired).when(expire).expectNoEvents();
    refuses(given(HELD), expire, new UnderLegalHold(SUBJECT));
  }

  @Test
  void classesAreSortedSoThatTheSameScopeIsEqual() {
    assertThat(ALL.classes())
        .containsExactly(DataClass.ACCOUNT, DataClass.KYB, DataClass.TICKETING);
  }

  private static ProposeErasure propose(ErasureId erasure, UserId officer) {
    return new ProposeErasure(SUBJECT, PERSON, erasure, ALL, BASIS, officer);
  }

  private static ApproveErasure approve(UserId officer) {
    return new ApproveErasure(SUBJECT, ERASURE, officer);
  }

  static TestExecutor<DataSubject> given(Object... events) {
    var fixture = new AggregateTestFixture<>(DataSubject.class);
    return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(events);
  }

  static void refuses(TestExecutor<DataSubject> given, Object command, RetentionError error) {
    given
        .when(command)
        .expectNoEvents()
        .expectException(CommandRefused.class)
        .expectExceptionDetails(error);
  }
}
