package io.daybook.kyb.casefile;

/**
 * What one party of a case directly owns of another.
 *
 * @param owned a company
 * @param basisPoints hundredths of a percent, 1 to 10,000
 */
public record PartyHolding(PartyId owner, PartyId owned, int basisPoints) {}
