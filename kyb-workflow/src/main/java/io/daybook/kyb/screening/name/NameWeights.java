package io.daybook.kyb.screening.name;

/**
 * What agreement and difference count for when names are compared; part of the screening policy.
 *
 * @param instead the weight of a part that stands in place of another, 0 or more
 * @param insteadFactor what such a part takes off the whole score, from 0 to 1
 * @param personMore the weight of a part that only the listed of two persons' names has
 * @param personExtra the same if only the query has it
 * @param companyMore the same for companies
 * @param numberMore the same if a number is among them
 * @param optionalMore the same for titles, particles and legal forms
 * @param crossing what parts in another order take off, for each
 * @param enoughInformation how many telling parts must agree for a longer name to be the same
 * @param gate how fast the score falls where fewer agree, 0 or more
 * @param alsoUnlike what each part but the first that is not quite like its partner takes off
 */
public record NameWeights(
    double instead,
    double insteadFactor,
    double personMore,
    double personExtra,
    double companyMore,
    double numberMore,
    double optionalMore,
    double crossing,
    double enoughInformation,
    double gate,
    double alsoUnlike) {

  /** The weights that were measured; see docs/screening.md. */
  public static final NameWeights STANDARD =
      new NameWeights(1.0, 0.3, 0.22, 0.3, 0.45, 0.9, 0.15, 0.005, 1.2, 0.9, 0.04);
}
