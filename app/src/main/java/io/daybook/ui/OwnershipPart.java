package io.daybook.ui;

import io.daybook.kyb.casefile.OwnerPart;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.ResolvedOwnership;
import io.daybook.projections.cases.OwnershipView;
import io.daybook.projections.cases.PartyView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a business, as its page shows it.
 *
 * @param summary who the beneficial owners are
 * @param drawing null if there is nothing to draw, or too much
 */
record OwnershipPart(String summary, List<Row> rows, @Nullable OwnershipDrawing drawing) {
  /**
   * One party's part.
   *
   * @param remarks such as "beneficial owner, in a circle"
   */
  record Row(String name, String direct, String effective, String remarks, boolean isOwner) {}

  static OwnershipPart of(
      PartyId business,
      List<PartyView> parties,
      Optional<OwnershipView> declared,
      ResolvedOwnership resolved,
      int ownerBasisPoints) {
    Map<PartyId, String> nameById = PartyRow.names(parties);
    if (declared.isEmpty()) {
      return new OwnershipPart(
          "Nothing was declared about who owns the business.", List.of(), null);
    }
    return new OwnershipPart(
        summary(resolved, nameById, percent(ownerBasisPoints)),
        resolved.parts().stream().map(part -> row(part, nameById)).toList(),
        OwnershipDrawing.of(business, declared.get().declared(), nameById, resolved).orElse(null));
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
  }

  private static String summary(
      ResolvedOwnership resolved, Map<PartyId, String> nameById, String percent) {
    String names =
        resolved.beneficialOwners().stream()
            .map(party -> nameById.getOrDefault(party, party.value()))
            .collect(Collectors.joining(", "));
    if (resolved.isByDirectors()) {
      return names.isEmpty()
          ? "Nobody owns or controls " + percent + " %, and no director is named."
          : "Nobody owns or controls " + percent + " %, so the directors stand in: " + names + ".";
    }
    return "Beneficial owners, from " + percent + " % on or by control: " + names + ".";
  }

  private static Row row(OwnerPart part, Map<PartyId, String> nameById) {
    var remarks = new StringBuilder();
    if (part.isBeneficialOwner()) {
      remarks.append("beneficial owner, ");
    } else if (part.isNearlyOne()) {
      remarks.append("would be where the risk is high, ");
    }
    if (part.isControlling()) {
      remarks.append("controls the business, ");
    }
    if (part.isInCircle()) {
      remarks.append("in a circle, ");
    }
    return new Row(
        nameById.getOrDefault(part.party(), part.party().value()),
        part.direct().percent() + " %",
        part.effective().percent() + " %",
        remarks.isEmpty() ? "–" : remarks.substring(0, remarks.length() - 2),
        part.isBeneficialOwner());
  }
}
