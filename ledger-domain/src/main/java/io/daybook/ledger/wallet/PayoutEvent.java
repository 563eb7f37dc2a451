package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;

/** What happened to a payout. */
public sealed interface PayoutEvent {
  /** Returns the payout that it happened to. */
  PayoutId payout();

  /**
   * A payout to an account was asked for.
   *
   * @param needsApproval whether it waits for a second person
   */
  record PayoutProposed(
      PayoutId payout,
      OrganiserId organiser,
      Money amount,
      PayoutAccountId account,
      UserId requestedBy,
      boolean needsApproval)
      implements PayoutEvent {}

  /** A second person approved the payout. */
  record PayoutApproved(PayoutId payout, UserId by) implements PayoutEvent {}

  /** A second person rejected the payout. */
  record PayoutRejected(PayoutId payout, UserId by) implements PayoutEvent {}

  /** A payout to a cleared organiser goes to the ledger. */
  record PayoutRequested(
      PayoutId payout, OrganiserId organiser, Money amount, UserId requestedBy, String clearance)
      implements PayoutEvent {}

  /** The payout's entry is in the ledger. */
  record PayoutPosted(PayoutId payout, OrganiserId organiser, Money amount)
      implements PayoutEvent {}

  /** The ledger refused the payout's entry. */
  record PayoutRefused(PayoutId payout, OrganiserId organiser, Money amount, String reason)
      implements PayoutEvent {}
}
