package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.APPLICANT;
import static io.daybook.kyb.casefile.Cases.BUSINESS;
import static io.daybook.kyb.casefile.Cases.CASE;
import static io.daybook.kyb.casefile.Cases.OPENED;
import static io.daybook.kyb.casefile.Cases.ORGANISER;

import io.daybook.kyb.casefile.KybCommand.OpenCase;
import io.daybook.kyb.casefile.KybError.BusinessFieldInvalid;
import io.daybook.kyb.casefile.KybError.CaseExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.CountryUnknown;
import io.daybook.ledger.DomainError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCaseTest {
  @Test
  void opensACase() {
    Cases.none().when(open(BUSINESS)).expectEvents(OPENED);
  }

  @Test
  void changesNothingWhenRepeated() {
    Cases.open().when(open(BUSINESS)).expectNoEvents().expectSuccessfulHandlerExecution();
    Cases.approved().when(open(BUSINESS)).expectNoEvents().expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesTheSameIdWithAnotherBusiness() {
    Cases.open()
        .when(open(new Business("Other", "1", "DE", "Concerts")))
        .expectNoEvents()
        .expectExceptionDetails(new CaseExistsWithDifferentContent(CASE));
  }

  @Test
  void acceptsFieldsUpToTheirLastCharacter() {
    var longest = new Business("n".repeat(200), "r".repeat(60), "DE", "🎵".repeat(500));
    Cases.none().when(open(longest)).expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesFieldsOneCharacterTooLong() {
    refuses(
        new Business("n".repeat(201), "1", "DE", "a"), new BusinessFieldInvalid("legalName", 200));
    refuses(
        new Business("n", "1".repeat(61), "DE", "a"),
        new BusinessFieldInvalid("registrationNumber", 60));
    refuses(
        new Business("n", "1", "DE", "a".repeat(501)), new BusinessFieldInvalid("activity", 500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "a\u0000", "a\nb", "a\u202eb", "a\ud800", "\ufeffa"})
  void refusesANameThatIsNoText(String name) {
    refuses(new Business(name, "1", "DE", "a"), new BusinessFieldInvalid("legalName", 200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "DEU", "XX", "D\u0000"})
  void refusesACountryThatIsNone(String country) {
    refuses(new Business("n", "1", country, "a"), new CountryUnknown());
  }

  private static void refuses(Business business, DomainError error) {
    Cases.none().when(open(business)).expectNoEvents().expectExceptionDetails(error);
  }

  private static OpenCase open(Business business) {
    return new OpenCase(CASE, ORGANISER, APPLICANT, business);
  }
}
