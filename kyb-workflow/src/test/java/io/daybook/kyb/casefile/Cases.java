package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.ApprovalSeconded;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.CaseScreened;
import io.daybook.kyb.casefile.KybEvent.CaseSubmitted;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** One case in each of its states. */
final class Cases {
  static final KybCaseId CASE = new KybCaseId(DerivedId.of("kyb", "case"));
  static final OrganiserId ORGANISER = new OrganiserId(DerivedId.of("org", "organiser"));
  static final UserId APPLICANT = new UserId(DerivedId.of("usr", "applicant"));
  static final UserId FIRST_OFFICER = new UserId(DerivedId.of("usr", "first officer"));
  static final UserId SECOND_OFFICER = new UserId(DerivedId.of("usr", "second officer"));
  static final UserId THIRD_OFFICER = new UserId(DerivedId.of("usr", "third officer"));
  static final Business BUSINESS =
      new Business("Abendmusik GmbH", "HRB 4711", "DE", "Concerts in Lübeck");
  static final String CHECK = "check 1";
  static final String REASON = "documents are complete";

  static final CaseOpened OPENED = new CaseOpened(CASE, ORGANISER, APPLICANT, BUSINESS);
  static final DocumentAttached EXTRACT = attached("extract", DocumentKind.REGISTER_EXTRACT);
  static final DocumentAttached OWNERS = attached("owners", DocumentKind.OWNERSHIP_STATEMENT);
  static final RiskAssessed ASSESSED = assessed(RiskFacts.Standing.UNDECLARED, false);
  static final CaseSubmitted SUBMITTED = new CaseSubmitted(CASE, ORGANISER);
  static final PartyId BUSINESS_PARTY = PartyId.ofBusiness(CASE);
  static final ScreeningPerformed SCREENING = performed("screening 1", List.of());
  static final CaseScreened SCREENED = new CaseScreened(CASE, "screening 1", 0);
  static final DocumentsChecked INTACT = new DocumentsChecked(CASE, CHECK, true);
  static final DocumentsChecked DAMAGED = new DocumentsChecked(CASE, CHECK, false);
  static final ApprovalProposed PROPOSED = new ApprovalProposed(CASE, FIRST_OFFICER, REASON);
  static final ApprovalSeconded SECONDED = new ApprovalSeconded(CASE, SECOND_OFFICER, REASON);
  static final CaseApproved APPROVED =
      new CaseApproved(CASE, ORGANISER, FIRST_OFFICER, SECOND_OFFICER, REASON);
  static final CaseRejected REJECTED = new CaseRejected(CASE, ORGANISER, SECOND_OFFICER, REASON);

  private Cases() {}

  static TestExecutor<KybCase> none() {
    return new AggregateTestFixture<>(KybCase.class).givenNoPriorActivity();
  }

  static TestExecutor<KybCase> open(DocumentAttached... documents) {
    return given(OPENED).andGiven((Object[]) documents);
  }

  static TestExecutor<KybCase> submitted() {
    return given(OPENED, EXTRACT, OWNERS, ASSESSED, SUBMITTED);
  }

  static TestExecutor<KybCase> damaged() {
    return submitted().andGiven(DAMAGED);
  }

  static TestExecutor<KybCase> screened() {
    return submitted().andGiven(SCREENING, SCREENED);
  }

  static TestExecutor<KybCase> checked() {
    return screened().andGiven(INTACT);
  }

  /** A checked case whose screening found {@code hits}, which are open. */
  static TestExecutor<KybCase> withHits(FoundHit... hits) {
    TestExecutor<KybCase> given = submitted();
    for (FoundHit hit : hits) {
      given.andGiven(new HitFound(CASE, hit.id(), hit));
    }
    boolean isLikeTrueMatch = List.of(hits).stream().anyMatch(FoundHit::isLikeATrueMatch);
    return given.andGiven(
        performed("screening 1", List.of(hits)),
        new CaseScreened(CASE, "screening 1", hits.length),
        assessed(RiskFacts.Standing.UNDECLARED, isLikeTrueMatch),
        INTACT);
  }

  /** A hit of the business; an entry of the same id may come with another hash. */
  static FoundHit hit(String entry, int score, String hashDigit) {
    return new FoundHit(
        BUSINESS_PARTY, 1, "wls", 1, entry, hash(hashDigit), score, "Abendmusik", "alike");
  }

  static ScreeningPerformed performed(String commandId, List<FoundHit> hits) {
    Screening screening = screening(hits);
    return new ScreeningPerformed(
        CASE,
        commandId,
        screening.policy(),
        screening.lists(),
        screening.parties(),
        hits.stream().map(FoundHit::id).toList());
  }

  /** A screening of the business alone. */
  static Screening screening(List<FoundHit> hits) {
    return screening(List.of(new ScreenedParty(BUSINESS_PARTY, 1)), hits);
  }

  static Screening screening(List<ScreenedParty> parties, List<FoundHit> hits) {
    return new Screening(hash("a"), List.of(new UsedList("wls", 1, hash("b"))), parties, hits);
  }

  /** What is found of the business if it has no other party. */
  static RiskAssessed assessed(RiskFacts.Standing ownership, boolean isLikeTrueMatch) {
    var countries = new RiskTables.Countries(LocalDate.EPOCH);
    CountryRisk seat = countries.of(BUSINESS.country());
    var facts =
        new RiskFacts(seat, CountryRisk.LOW, ownership, false, false, false, isLikeTrueMatch);
    return new RiskAssessed(CASE, RiskTables.assess(facts, countries), List.of(), true);
  }

  static TestExecutor<KybCase> proposed() {
    return checked().andGiven(PROPOSED);
  }

  static TestExecutor<KybCase> approved() {
    return proposed().andGiven(APPROVED);
  }

  static TestExecutor<KybCase> rejected() {
    return proposed().andGiven(REJECTED);
  }

  static DocumentAttached attached(String name, DocumentKind kind) {
    return new DocumentAttached(
        CASE, new DocumentId(DerivedId.of("doc", name)), kind, "application/pdf", 1, hash("0"));
  }

  static AttachDocument command(DocumentAttached attached) {
    return new AttachDocument(
        attached.kybCase(),
        attached.document(),
        attached.kind(),
        attached.mediaType(),
        attached.sizeBytes(),
        attached.sha256());
  }

  static String hash(String digit) {
    return digit.repeat(64);
  }

  private static TestExecutor<KybCase> given(Object... events) {
    return new AggregateTestFixture<>(KybCase.class).given(events);
  }
}
