package io.daybook.kyb.casefile;

import io.daybook.kyb.ownership.BeneficialOwners;
import io.daybook.kyb.ownership.BeneficialOwners.Control;
import io.daybook.kyb.ownership.EffectiveShares;
import io.daybook.kyb.ownership.Holdings;
import io.daybook.kyb.ownership.Holdings.Holding;
import io.daybook.kyb.ownership.OwnershipRefused;
import io.daybook.kyb.ownership.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is behind a business by what was declared.
 *
 * @param parts one for each party but the business, those with the largest parts first
 * @param beneficialOwners the persons that own or control it; if there are none, its directors
 *     stand in for them
 * @param isByDirectors whether they do
 */
public record ResolvedOwnership(
    List<OwnerPart> parts, List<PartyId> beneficialOwners, boolean isByDirectors) {
  /** Copies the lists. */
  public ResolvedOwnership {
    parts = List.copyOf(parts);
    beneficialOwners = List.copyOf(beneficialOwners);
  }

  /**
   * Resolves what was declared.
   *
   * @param parties the case's, the business among them
   * @param basisPoints from which part on, in hundredths of a percent, a person is a beneficial
   *     owner
   * @throws OwnershipRefused if the holdings make no sense together
   */
  public static ResolvedOwnership of(
      PartyId business, Map<PartyId, Party> parties, Ownership declared, int basisPoints) {
    var holdings =
        new Holdings(
            declared.holdings().stream()
                .map(each ->
                    new Holding(
                        each.owner().value(),
                        each.owned().value(),
                        Share.ofBasisPoints(each.basisPoints())))
                .toList());
    List<Control> controls =
        declared.controls().stream()
            .map(each -> new Control(each.who().value(), each.whom().value()))
            .toList();
    var shares = new EffectiveShares(holdings, business.value());
    var owners = new BeneficialOwners(holdings, controls, shares, business.value());
    Set<String> persons =
        parties.entrySet().stream()
            .filter(party -> party.getValue().kind() == PartyKind.PERSON)
            .map(party -> party.getKey().value())
            .collect(Collectors.toSet());
    Set<String> found = owners.among(persons, Share.ofBasisPoints(basisPoints));
    Share highRisk = Share.ofBasisPoints(RiskTables.ownerBasisPoints(RiskBand.HIGH));
    Set<String> nearly = owners.among(persons, highRisk);
    List<OwnerPart> parts =
        parties.keySet().stream()
            .filter(party -> !party.equals(business))
            .map(party ->
                new OwnerPart(
                    party,
                    holdings.direct(party.value(), business.value()),
                    shares.of(party.value()),
                    shares.inCircles().contains(party.value()),
                    owners.controls(party.value(), BeneficialOwners.MAJORITY),
                    found.contains(party.value()),
                    nearly.contains(party.value())))
            .sorted(
                Comparator.comparing(OwnerPart::effective)
                    .reversed()
                    .thenComparing(OwnerPart::isBeneficialOwner, Comparator.reverseOrder())
                    .thenComparing(part -> part.party().value()))
            .toList();
    List<PartyId> named = found.stream().map(PartyId::new).toList();
    return named.isEmpty()
        ? new ResolvedOwnership(parts, directors(parties), true)
        : new ResolvedOwnership(parts, named, false);
  }

  private static List<PartyId> directors(Map<PartyId, Party> parties) {
    return parties.entrySet().stream()
        .filter(party -> party.getValue().kind() == PartyKind.PERSON)
        .filter(party -> party.getValue().roles().contains(PartyRole.DIRECTOR))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(PartyId::value))
        .toList();
  }
}
