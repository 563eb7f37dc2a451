package io.daybook.kyb.casefile;

import io.daybook.kyb.ownership.Share;

/**
 * What one party has of the business in the end.
 *
 * @param direct what it owns of the business itself
 * @param effective what it has directly and through others
 * @param isInCircle whether it owns a part of itself through others
 * @param isControlling whether it controls the business, or companies that own more than half of it
 * @param isBeneficialOwner whether a person that has or controls enough in the case's risk band
 * @param isNearlyOne whether it would be one where the risk is high
 */
public record OwnerPart(
    PartyId party,
    Share direct,
    Share effective,
    boolean isInCircle,
    boolean isControlling,
    boolean isBeneficialOwner,
    boolean isNearlyOne) {}
