package io.daybook.kyb.casefile;

import static io.daybook.kyb.casefile.Cases.BUSINESS_PARTY;
import static io.daybook.kyb.casefile.Cases.CASE;

import io.daybook.kyb.casefile.KybCommand.DeclareOwnership;
import io.daybook.kyb.casefile.KybCommand.RemoveParty;
import io.daybook.kyb.casefile.KybError.OwnershipInvalid;
import io.daybook.kyb.casefile.KybError.PartyInOwnership;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.ledger.DerivedId;
import java.util.Comparator;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class DeclareOwnershipTest {
  private static final PartyId ANNA = party("anna");
  private static final PartyId BERTA = party("berta");
  private static final PartyId HOLDING = party("holding");
  private static final PartyId OTHER = party("other");

  @Test
  void namesWhoIsBehindTheBusiness() {
    var declared =
        new Ownership(
            List.of(
                new PartyHolding(ANNA, HOLDING, 5_000),
                new PartyHolding(HOLDING, BUSINESS_PARTY, 5_000)),
            List.of(new PartyControl(BERTA, BUSINESS_PARTY)));
    open()
        .when(new DeclareOwnership(CASE, declared))
        .expectEvents(
            new OwnershipDeclared(
                CASE,
                declared,
                List.of(ANNA, BERTA).stream().sorted(Comparator.comparing(PartyId::value)).toList(),
                false));
    open()
        .andGiven(new OwnershipDeclared(CASE, declared, List.of(), false))
        .when(new DeclareOwnership(CASE, declared))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void letsDirectorsStandInWhereNobodyHasAQuarter() {
    Ownership declared = holdings(new PartyHolding(ANNA, BUSINESS_PARTY, 2_499));
    open()
        .when(new DeclareOwnership(CASE, declared))
        .expectEvents(new OwnershipDeclared(CASE, declared, List.of(BERTA), true));
  }

  @Test
  void refusesWhatMakesNoSense() {
    refuses(holdings(new PartyHolding(ANNA, BERTA, 1)), "a person can't be owned", BERTA);
    refuses(
        holdings(new PartyHolding(party("x"), HOLDING, 1)), "is no party of the case", party("x"));
    refuses(
        holdings(new PartyHolding(ANNA, HOLDING, 10_001)),
        "a holding is from 0.01 % to 100 %",
        ANNA);
    refuses(
        holdings(new PartyHolding(ANNA, HOLDING, 5_001), new PartyHolding(BERTA, HOLDING, 5_000)),
        "more than all of it is owned",
        HOLDING);
    PartyId first = HOLDING.value().compareTo(OTHER.value()) < 0 ? HOLDING : OTHER;
    refuses(
        holdings(
            new PartyHolding(OTHER, HOLDING, 10_000), new PartyHolding(HOLDING, OTHER, 10_000)),
        "companies own each other as a whole, so nobody owns them",
        first);
    refuses(
        new Ownership(List.of(), List.of(new PartyControl(HOLDING, HOLDING))),
        "controls itself",
        HOLDING);
  }

  @Test
  void keepsAPartyThatOwns() {
    Ownership declared = holdings(new PartyHolding(ANNA, BUSINESS_PARTY, 5_000));
    open()
        .andGiven(new OwnershipDeclared(CASE, declared, List.of(ANNA), false))
        .when(new RemoveParty(CASE, ANNA))
        .expectNoEvents()
        .expectExceptionDetails(new PartyInOwnership(ANNA));
  }

  private static void refuses(Ownership declared, String what, PartyId about) {
    open()
        .when(new DeclareOwnership(CASE, declared))
        .expectNoEvents()
        .expectExceptionDetails(new OwnershipInvalid(what, about));
  }

  private static Ownership holdings(PartyHolding... holdings) {
    return new Ownership(List.of(holdings), List.of());
  }

  private static TestExecutor<KybCase> open() {
    return Cases.open()
        .andGiven(
            named(ANNA, PartyKind.PERSON, PartyRole.OWNER),
            named(BERTA, PartyKind.PERSON, PartyRole.DIRECTOR),
            named(HOLDING, PartyKind.COMPANY, PartyRole.OWNER),
            named(OTHER, PartyKind.COMPANY, PartyRole.OWNER));
  }

  private static PartyNamed named(PartyId party, PartyKind kind, PartyRole role) {
    return new PartyNamed(CASE, party, 1, new Party(kind, List.of(role), "Somebody", "", ""));
  }

  private static PartyId party(String name) {
    return new PartyId(DerivedId.of("pty", name));
  }
}
