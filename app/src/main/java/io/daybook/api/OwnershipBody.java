package io.daybook.api;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.OwnerPart;
import io.daybook.kyb.casefile.PartyControl;
import io.daybook.kyb.casefile.PartyHolding;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.ResolvedOwnership;
import io.daybook.projections.cases.OwnershipView;
import io.daybook.projections.cases.Screenings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a business.
 *
 * @param declaredAt absent if nothing was declared
 * @param beneficialOwners if nobody owns or controls a quarter, the directors stand in
 */
record OwnershipBody(
    KybCaseId id,
    @Nullable Instant declaredAt,
    List<PartyHolding> holdings,
    List<PartyControl> controls,
    List<Part> parts,
    List<PartyId> beneficialOwners,
    boolean byDirectors) {
  /**
   * One party's part.
   *
   * @param direct in percent, with two decimals, rounded down
   * @param effective directly and through others, in percent
   * @param circular whether it owns a part of itself through others
   */
  record Part(
      PartyId party,
      String direct,
      String effective,
      boolean circular,
      boolean controlling,
      boolean beneficialOwner,
      boolean inHighRisk) {
    static Part of(OwnerPart part) {
      return new Part(
          part.party(),
          part.direct().percent(),
          part.effective().percent(),
          part.isInCircle(),
          part.isControlling(),
          part.isBeneficialOwner(),
          part.isNearlyOne());
    }
  }

  static OwnershipBody of(KybCaseId kybCase, Screenings screenings) {
    Optional<OwnershipView> declared = screenings.ownership(kybCase);
    ResolvedOwnership resolved = screenings.resolvedOwnership(kybCase);
    return new OwnershipBody(
        kybCase,
        declared.map(OwnershipView::declaredAt).orElse(null),
        declared.map(view -> view.declared().holdings()).orElse(List.of()),
        declared.map(view -> view.declared().controls()).orElse(List.of()),
        resolved.parts().stream().map(Part::of).toList(),
        resolved.beneficialOwners(),
        resolved.isByDirectors());
  }
}
