package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybError.CaseNotScreened;
import io.daybook.kyb.casefile.KybError.PartiesChanged;
import io.daybook.kyb.casefile.KybError.PartyUnknown;
import io.daybook.kyb.casefile.KybError.TooManyParties;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.ledger.CommandRefused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The parties of one case, and which of them the last screening was of. */
final class CaseParties {
  static final int MAX_PARTIES = 500;
  private static final int FIRST = 1;

  private final Map<PartyId, Party> detailsById = new HashMap<>();

  /** Also of those that were taken back, so that a revision is never used twice. */
  private final Map<PartyId, Integer> revisionById = new HashMap<>();

  private Set<ScreenedParty> screened = Set.of();
  private String policy = "";
  private Ownership declared = new Ownership(List.of(), List.of());

  void open(KybCaseId kybCase, Business business) {
    put(PartyId.ofBusiness(kybCase), FIRST, Party.of(business));
  }

  /** Returns what happens when a party is named; nothing if it has these details already. */
  Optional<PartyNamed> name(KybCaseId kybCase, PartyId party, Party details) {
    PartyRules.check(details);
    requireNotBusiness(kybCase, party);
    if (details.equals(detailsById.get(party))) {
      return Optional.empty();
    }
    if (!detailsById.containsKey(party) && detailsById.size() > MAX_PARTIES) {
      throw new CommandRefused(new TooManyParties(MAX_PARTIES));
    }
    int revision = revisionById.getOrDefault(party, 0) + 1;
    return Optional.of(new PartyNamed(kybCase, party, revision, details));
  }

  /** Returns what happens when a party is taken back; nothing if it was before. */
  Optional<PartyRemoved> remove(KybCaseId kybCase, PartyId party) {
    requireNotBusiness(kybCase, party);
    if (!revisionById.containsKey(party)) {
      throw new CommandRefused(new PartyUnknown(party));
    }
    OwnershipRules.requireUnused(declared, party);
    return detailsById.containsKey(party)
        ? Optional.of(new PartyRemoved(kybCase, party))
        : Optional.empty();
  }

  /** Returns what happens when the ownership is declared; nothing if it was declared so before. */
  Optional<OwnershipDeclared> declare(KybCaseId kybCase, Ownership ownership, int basisPoints) {
    if (ownership.equals(declared)) {
      return Optional.empty();
    }
    OwnershipRules.check(detailsById, ownership);
    ResolvedOwnership resolved =
        OwnershipRules.resolve(PartyId.ofBusiness(kybCase), detailsById, ownership, basisPoints);
    return Optional.of(
        new OwnershipDeclared(
            kybCase, ownership, resolved.beneficialOwners(), resolved.isByDirectors()));
  }

  /** Returns who is behind the business if {@code basisPoints} make a beneficial owner. */
  ResolvedOwnership resolve(KybCaseId kybCase, int basisPoints) {
    return ResolvedOwnership.of(PartyId.ofBusiness(kybCase), detailsById, declared, basisPoints);
  }

  /** Returns what the parties say about the risk of the business. */
  RiskFacts facts(KybCaseId kybCase, RiskTables.Countries countries, boolean isLikeTrueMatch) {
    var others = new HashMap<>(detailsById);
    Party business = Objects.requireNonNull(others.remove(PartyId.ofBusiness(kybCase)));
    List<String> known =
        others.values().stream().map(Party::country).filter(each -> !each.isEmpty()).toList();
    ResolvedOwnership resolved = resolve(kybCase, RiskTables.ownerBasisPoints(RiskBand.LOW));
    return new RiskFacts(
        countries.of(business.country()),
        countries.highest(known),
        standing(resolved),
        resolved.parts().stream().anyMatch(OwnerPart::isInCircle),
        !declared.controls().isEmpty(),
        known.size() < others.size(),
        isLikeTrueMatch);
  }

  private RiskFacts.Standing standing(ResolvedOwnership resolved) {
    if (declared.holdings().isEmpty() && declared.controls().isEmpty()) {
      return RiskFacts.Standing.UNDECLARED;
    }
    return resolved.isByDirectors() ? RiskFacts.Standing.BY_DIRECTORS : RiskFacts.Standing.DECLARED;
  }

  /**
   * Checks that a screening was of the present parties.
   *
   * @throws CommandRefused if it was not
   */
  void requirePresent(KybCaseId kybCase, List<ScreenedParty> parties) {
    if (parties.size() != detailsById.size() || !new HashSet<>(parties).equals(present())) {
      throw new CommandRefused(new PartiesChanged(kybCase));
    }
  }

  /**
   * Checks that the last screening was of the present parties.
   *
   * @throws CommandRefused if it was not
   */
  void requireScreened(KybCaseId kybCase) {
    if (!screened.equals(present())) {
      throw new CommandRefused(new CaseNotScreened(kybCase));
    }
  }

  /** Whether the screening before was of the same parties, by the same policy. */
  boolean wereScreened(Screening screening) {
    return screened.equals(Set.copyOf(screening.parties())) && policy.equals(screening.policy());
  }

  private int revision(PartyId party) {
    return revisionById.getOrDefault(party, 0);
  }

  void on(PartyNamed named) {
    put(named.party(), named.revision(), named.details());
  }

  void on(OwnershipDeclared event) {
    declared = event.declared();
  }

  void on(PartyRemoved removed) {
    detailsById.remove(removed.party());
  }

  void on(ScreeningPerformed performed) {
    screened = Set.copyOf(performed.parties());
    policy = performed.policy();
  }

  private void put(PartyId party, int revision, Party details) {
    detailsById.put(party, details);
    revisionById.put(party, revision);
  }

  private Set<ScreenedParty> present() {
    var present = new HashSet<ScreenedParty>();
    detailsById.keySet().forEach(party -> present.add(new ScreenedParty(party, revision(party))));
    return present;
  }

  private static void requireNotBusiness(KybCaseId kybCase, PartyId party) {
    if (party.equals(PartyId.ofBusiness(kybCase))) {
      throw new CommandRefused(new PartyUnknown(party));
    }
  }
}
