package io.daybook.kyb.casefile;

/**
 * What is known of a business when its risk is assessed.
 *
 * @param seat the risk of the country of its seat
 * @param parties the highest risk of the other parties' countries
 * @param isCircular whether a party owns a part of itself through others
 * @param isControlled whether somebody controls a company without a share
 * @param isCountryMissing whether a party's country is not known
 * @param isLikeTrueMatch whether the last screening found a hit that is like a true match
 */
public record RiskFacts(
    CountryRisk seat,
    CountryRisk parties,
    Standing ownership,
    boolean isCircular,
    boolean isControlled,
    boolean isCountryMissing,
    boolean isLikeTrueMatch) {
  /** What is known of who is behind a business. */
  public enum Standing {
    /** Somebody owns or controls enough of it. */
    DECLARED,
    /** Nobody does, so its directors stand in. */
    BY_DIRECTORS,
    /** Nothing was declared. */
    UNDECLARED
  }
}
