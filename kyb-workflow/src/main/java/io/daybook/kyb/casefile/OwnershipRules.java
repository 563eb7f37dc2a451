package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybError.OwnershipInvalid;
import io.daybook.kyb.casefile.KybError.PartyInOwnership;
import io.daybook.kyb.ownership.OwnershipRefused;
import io.daybook.ledger.CommandRefused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a declaration of ownership must be. */
final class OwnershipRules {
  private static final int ALL = 10_000;

  private OwnershipRules() {}

  /**
   * Checks the holdings and controls one by one.
   *
   * @throws CommandRefused by the first that is not accepted
   */
  static void check(Map<PartyId, Party> parties, Ownership declared) {
    for (PartyHolding holding : declared.holdings()) {
      requireCompany(parties, holding.owned());
      requireKnown(parties, holding.owner());
      boolean isShare = holding.basisPoints() >= 1 && holding.basisPoints() <= ALL;
      require(isShare, "a holding is from 0.01 % to 100 %", holding.owner());
    }
    for (PartyControl control : declared.controls()) {
      requireCompany(parties, control.whom());
      requireKnown(parties, control.who());
      require(!control.who().equals(control.whom()), "controls itself", control.who());
    }
    int size = Math.max(declared.holdings().size(), declared.controls().size());
    if (size > Ownership.MAX) {
      throw new CommandRefused(
          new OwnershipInvalid(
              "more than " + Ownership.MAX + " holdings", declared.holdings().getFirst().owned()));
    }
  }

  /**
   * Resolves the ownership.
   *
   * @throws CommandRefused if the holdings make no sense together
   */
  static ResolvedOwnership resolve(
      PartyId business, Map<PartyId, Party> parties, Ownership declared, int basisPoints) {
    try {
      return ResolvedOwnership.of(business, parties, declared, basisPoints);
    } catch (OwnershipRefused refused) {
      String what =
          switch (refused.why()) {
            case MORE_THAN_ALL -> "more than all of it is owned";
            case CLOSED_CIRCLE -> "companies own each other as a whole, so nobody owns them";
            case CIRCLE_TOO_LARGE -> "too many companies own each other in circles";
          };
      throw new CommandRefused(new OwnershipInvalid(what, new PartyId(refused.company())));
    }
  }

  /**
   * Checks that a party can be taken back.
   *
   * @throws CommandRefused if it is part of the ownership
   */
  static void requireUnused(Ownership declared, PartyId party) {
    boolean isUsed =
        declared.holdings().stream()
                .anyMatch(each -> each.owner().equals(party) || each.owned().equals(party))
            || declared.controls().stream()
                .anyMatch(each -> each.who().equals(party) || each.whom().equals(party));
    if (isUsed) {
      throw new CommandRefused(new PartyInOwnership(party));
    }
  }

  private static void requireKnown(Map<PartyId, Party> parties, PartyId party) {
    require(parties.containsKey(party), "is no party of the case", party);
  }

  private static void requireCompany(Map<PartyId, Party> parties, PartyId party) {
    @Nullable Party details = parties.get(party);
    require(details != null, "is no party of the case", party);
    require(
        details != null && details.kind() == PartyKind.COMPANY, "a person can't be owned", party);
  }

  private static void require(boolean isAccepted, String what, PartyId about) {
    if (!isAccepted) {
      throw new CommandRefused(new OwnershipInvalid(what, about));
    }
  }
}
