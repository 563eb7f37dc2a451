package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.BUSINESS_PARTY;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.FIRST_OFFICER;
import static io.daybook.kyb.casefile.Cases.REASON;
import static io.daybook.kyb.casefile.Cases.performed;
import static io.daybook.kyb.casefile.Cases.screening;

import io.daybook.kyb.casefile.KybCommand.NameParty;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybCommand.RemoveParty;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.CaseNotScreened;
import io.daybook.kyb.casefile.KybError.PartiesChanged;
import io.daybook.kyb.casefile.KybError.PartyFieldInvalid;
import io.daybook.kyb.casefile.KybError.PartyUnknown;
import io.daybook.kyb.casefile.KybEvent.CaseScreened;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.ledger.DerivedId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {
  private static final PartyId ANNA = new PartyId(DerivedId.of("pty", "anna"));
  private static final Party DETAILS =
      new Party(PartyKind.PERSON, List.of(PartyRole.DIRECTOR), "Anna Berg", "1970-02-28", "DE");
  private static final PartyNamed NAMED = new PartyNamed(CASE, ANNA, 1, DETAILS);

  @Test
  void namesAPartyAndItsNewDetails() {
    var married =
        new Party(PartyKind.PERSON, List.of(PartyRole.DIRECTOR), "Anna Tal", "1970-02-28", "DE");
    Cases.open().when(new NameParty(CASE, ANNA, DETAILS)).expectEvents(NAMED);
    Cases.open()
        .andGiven(NAMED)
        .when(new NameParty(CASE, ANNA, DETAILS))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.open()
        .andGiven(NAMED)
        .when(new NameParty(CASE, ANNA, married))
        .expectEvents(new PartyNamed(CASE, ANNA, 2, married));
  }

  @Test
  void takesAPartyBackOnce() {
    Cases.open()
        .andGiven(NAMED)
        .when(new RemoveParty(CASE, ANNA))
        .expectEvents(new PartyRemoved(CASE, ANNA));
    Cases.open()
        .andGiven(NAMED, new PartyRemoved(CASE, ANNA))
        .when(new RemoveParty(CASE, ANNA))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    Cases.open()
        .andGiven(NAMED, new PartyRemoved(CASE, ANNA))
        .when(new NameParty(CASE, ANNA, DETAILS))
        .expectEvents(new PartyNamed(CASE, ANNA, 2, DETAILS));
  }

  @Test
  void theBusinessIsNamedByTheApplicationAlone() {
    Cases.open()
        .when(new NameParty(CASE, BUSINESS_PARTY, DETAILS))
        .expectNoEvents()
        .expectExceptionDetails(new PartyUnknown(BUSINESS_PARTY));
    Cases.open()
        .when(new RemoveParty(CASE, ANNA))
        .expectNoEvents()
        .expectExceptionDetails(new PartyUnknown(ANNA));
  }

  @Test
  void whileTheCaseIsBeingCheckedItsPartiesStay() {
    var expected = Set.of(CaseState.OPEN, CaseState.DAMAGED, CaseState.CHECKED, CaseState.APPROVED);
    Cases.submitted()
        .when(new NameParty(CASE, ANNA, DETAILS))
        .expectNoEvents()
        .expectExceptionDetails(new CaseNotInState(CASE, expected, CaseState.SUBMITTED));
  }

  @Test
  void aScreeningIsOfThePresentParties() {
    var both = List.of(new ScreenedParty(BUSINESS_PARTY, 1), new ScreenedParty(ANNA, 1));
    Cases.checked()
        .andGiven(NAMED)
        .when(new RecordScreening(CASE, "screening 2", screening(List.of())))
        .expectNoEvents()
        .expectExceptionDetails(new PartiesChanged(CASE));
    Cases.checked()
        .andGiven(NAMED)
        .when(new ProposeApproval(CASE, FIRST_OFFICER, REASON))
        .expectNoEvents()
        .expectExceptionDetails(new CaseNotScreened(CASE));
    Cases.checked()
        .andGiven(NAMED)
        .when(new RecordScreening(CASE, "screening 2", screening(both, List.of())))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void aSubmittedCaseIsScreenedOnce() {
    var command = new RecordScreening(CASE, "screening 1", screening(List.of()));
    Cases.submitted()
        .when(command)
        .expectEvents(
            performed("screening 1", List.of()), new CaseScreened(CASE, "screening 1", 0));
    Cases.screened().when(command).expectNoEvents().expectSuccessfulHandlerExecution();
    Cases.screened()
        .when(new RecordScreening(CASE, "screening 2", screening(List.of())))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @CsvSource({
    "PERSON, DIRECTOR, ' ', '', '', name",
    "PERSON, DIRECTOR, a\u202eb, '', '', name",
    "PERSON, BUSINESS, Anna, '', '', roles",
    "COMPANY, OWNER, Holding, 1970, '', birthDate",
    "PERSON, OWNER, Anna, 1970-02-30, '', birthDate",
    "PERSON, OWNER, Anna, 70, '', birthDate",
    "PERSON, OWNER, Anna, 0000, '', birthDate",
    "PERSON, OWNER, Anna, '', XX, country"
  })
  void refusesDetailsThatAreNone(
      PartyKind kind, PartyRole role, String name, String birth, String country, String field) {
    Cases.open()
        .when(new NameParty(CASE, ANNA, new Party(kind, List.of(role), name, birth, country)))
        .expectNoEvents()
        .expectExceptionDetails(new PartyFieldInvalid(field));
  }
}
