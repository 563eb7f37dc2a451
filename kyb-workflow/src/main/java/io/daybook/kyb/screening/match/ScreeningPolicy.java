package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NameWeights;

/**
 * All numbers that decide whether a query is a hit. Two runs under equal policies over equal lists
 * have equal results.
 *
 * @param version names the policy
 * @param threshold the least score of a hit, from 0 to 1
 * @param weights how names are compared
 * @param weakAliasLimit the most that a weak alias scores where nothing else agrees
 * @param birthYearDiffers what another year of birth takes off
 * @param birthDayDiffers what another day or month of the same year takes off
 * @param countryDiffers what having no country in common takes off
 * @param kindDiffers what being of another kind takes off
 */
public record ScreeningPolicy(
    String version,
    double threshold,
    NameWeights weights,
    double weakAliasLimit,
    double birthYearDiffers,
    double birthDayDiffers,
    double countryDiffers,
    double kindDiffers) {

  /** The published policy; see docs/screening.md. */
  public static final ScreeningPolicy STANDARD =
      new ScreeningPolicy("1", 0.80, NameWeights.STANDARD, 0.79, 0.15, 0.1, 0.1, 0.25);
}
