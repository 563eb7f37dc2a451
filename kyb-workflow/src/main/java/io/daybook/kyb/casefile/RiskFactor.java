package io.daybook.kyb.casefile;

/**
 * Why a business is riskier than another.
 *
 * @param rule the id of the rule that says so
 * @param points what it adds to the score
 */
public record RiskFactor(String rule, int points) {}
