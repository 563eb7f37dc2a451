package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.BUSINESS_PARTY;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.EXTRACT;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.INTACT;
import static io.daybook.kyb.casefile.Cases.ORGANISER;
import static io.daybook.kyb.casefile.Cases.OWNERS;
import static io.daybook.kyb.casefile.Cases.PROPOSED;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.SCREENED;
import static io.daybook.kyb.casefile.Cases.SCREENING;
import static io.daybook.kyb.casefile.Cases.SECONDED;
import static io.daybook.kyb.casefile.Cases.SECOND_OFFICER;
import static io.daybook.kyb.casefile.Cases.SUBMITTED;
import static io.daybook.kyb.casefile.Cases.THIRD_OFFICER;
import static io.daybook.kyb.casefile.Cases.hit;
import static io.daybook.kyb.casefile.Cases.performed;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.DeclareOwnership;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitsRaised;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** What the risk is, and that it takes effect; the business sits in a country of high risk. */
class AssessRiskTest {
  private static final PartyId ANNA = new PartyId(DerivedId.of("pty", "anna"));
  private static final CaseOpened OPENED =
      new CaseOpened(CASE, ORGANISER, APPLICANT, new Business("Sun", "1", "KP", "Concerts"));
  private static final RiskAssessed HIGH = assessed(RiskFacts.Standing.UNDECLARED, List.of());

  @Test
  void saysWhichRulesOfWhichTablesHit() {
    RiskAssessment risk = HIGH.assessment();

    assertThat(risk.band()).isEqualTo(RiskBand.HIGH);
    assertThat(risk.score()).isEqualTo(80);
    assertThat(risk.factors())
        .containsExactly(
            new RiskFactor("seat-high", 60), new RiskFactor("ownership-undeclared", 20));
    assertThat(risk.tables()).extracting("table").contains("country-risk", "risk-band", "route");
    assertThat(risk.tables()).allMatch(used -> used.sha256().length() == 64);
    assertThat(risk.tables().getFirst().rules()).containsExactly("call-for-action");
  }

  @Test
  void needsMoreDocuments() {
    given()
        .when(new SubmitCase(CASE))
        .expectNoEvents()
        .expectExceptionDetails(
            new DocumentsMissing(
                List.of(DocumentKind.PROOF_OF_ADDRESS, DocumentKind.BANK_STATEMENT)));
    given()
        .andGiven(
            Cases.attached("address", DocumentKind.PROOF_OF_ADDRESS),
            Cases.attached("bank", DocumentKind.BANK_STATEMENT))
        .when(new SubmitCase(CASE))
        .expectEvents(HIGH, SUBMITTED);
  }

  @Test
  void needsThreeDifferentOfficers() {
    proposed().when(approve(SECOND_OFFICER)).expectEvents(SECONDED);
    for (UserId officer : List.of(FIRST_OFFICER, SECOND_OFFICER, APPLICANT)) {
      proposed()
          .andGiven(SECONDED)
          .when(new ApproveCase(CASE, officer, "once more"))
          .expectNoEvents()
          .expectExceptionDetails(
              new FourEyes(
                  officer,
                  officer.equals(FIRST_OFFICER)
                      ? Conflict.PROPOSER
                      : officer.equals(APPLICANT) ? Conflict.APPLICANT : Conflict.SECONDER));
    }
    proposed()
        .andGiven(SECONDED)
        .when(approve(SECOND_OFFICER))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    proposed()
        .andGiven(SECONDED)
        .andGivenCurrentTime(Instant.parse("2026-01-31T00:00:00Z"))
        .when(approve(THIRD_OFFICER))
        .expectEvents(
            new CaseApproved(CASE, ORGANISER, FIRST_OFFICER, THIRD_OFFICER, REASON),
            new ReviewScheduled(CASE, Instant.parse("2027-01-31T00:00:00Z"), 336));
  }

  @Test
  void makesABeneficialOwnerOfWhoHasATenth() {
    var declared = new Ownership(List.of(new PartyHolding(ANNA, BUSINESS_PARTY, 1_000)), List.of());
    checked()
        .andGiven(
            new PartyNamed(
                CASE,
                ANNA,
                1,
                new Party(PartyKind.PERSON, List.of(PartyRole.OWNER), "Anna", "", "DE")))
        .when(new DeclareOwnership(CASE, declared))
        .expectEvents(
            new OwnershipDeclared(CASE, declared, List.of(ANNA), false),
            new RiskAssessed(
                CASE,
                assessed(RiskFacts.Standing.BY_DIRECTORS, List.of("DE")).assessment(),
                List.of(ANNA),
                false));
  }

  @Test
  void letsTwoOfficersDismissHitsThatAreLessAlike() {
    FoundHit found = hit("E-1", 850, "1");
    checked()
        .andGiven(new HitFound(CASE, found.id(), found), performed("screening 2", List.of(found)))
        .when(new DismissHit(CASE, found.id(), FIRST_OFFICER, DismissalGround.NAME_ALONE, REASON))
        .expectEvents(
            new HitDismissalProposed(
                CASE, found.id(), FIRST_OFFICER, DismissalGround.NAME_ALONE, REASON),
            new HitsRaised(CASE, 1));
  }

  @Test
  void assessesACaseThatWasCheckedBeforeThereWereTables() {
    given()
        .andGiven(SUBMITTED, SCREENING, SCREENED, INTACT)
        .when(new ProposeApproval(CASE, FIRST_OFFICER, REASON))
        .expectEvents(HIGH, PROPOSED);
  }

  private static RiskAssessed assessed(RiskFacts.Standing ownership, List<String> others) {
    var countries = new RiskTables.Countries(LocalDate.EPOCH);
    CountryRisk seat = countries.of("KP");
    CountryRisk parties = countries.highest(others);
    var facts = new RiskFacts(seat, parties, ownership, false, false, false, false);
    return new RiskAssessed(CASE, RiskTables.assess(facts, countries), List.of(), true);
  }

  private static TestExecutor<KybCase> given() {
    return new AggregateTestFixture<>(KybCase.class).given(OPENED, EXTRACT, OWNERS);
  }

  private static TestExecutor<KybCase> checked() {
    return given().andGiven(HIGH, SUBMITTED, SCREENING, SCREENED, INTACT);
  }

  private static TestExecutor<KybCase> proposed() {
    return checked().andGiven(PROPOSED);
  }

  private static ApproveCase approve(UserId officer) {
    return new ApproveCase(CASE, officer, REASON);
  }
}
