package io.daybook.kyb.casefile;

import io.daybook.kyb.rules.UsedTable;
import java.util.List;

/**
 * How risky a business is, why, and what follows from it.
 *
 * @param score the sum of the factors' points
 * @param officers how many officers must agree to an approval, 2 or 3
 * @param ownerBasisPoints from which part on, in hundredths of a percent, a person is a beneficial
 *     owner
 * @param twoOfficersFrom from which score of a hit on, in thousandths, two officers dismiss it
 * @param decisionHours how long the officers have to decide
 * @param reviewMonths how long an approval lasts until it is reviewed
 * @param reviewHours how long the officers then have for the review
 * @param required the kinds of documents that the business must attach
 * @param tables the decision tables that said so
 */
public record RiskAssessment(
    RiskFacts facts,
    List<RiskFactor> factors,
    int score,
    RiskBand band,
    int officers,
    int ownerBasisPoints,
    int twoOfficersFrom,
    int decisionHours,
    int reviewMonths,
    int reviewHours,
    List<DocumentKind> required,
    List<UsedTable> tables) {
  /** Copies the lists. */
  public RiskAssessment {
    factors = List.copyOf(factors);
    required = List.copyOf(required);
    tables = List.copyOf(tables);
  }
}
