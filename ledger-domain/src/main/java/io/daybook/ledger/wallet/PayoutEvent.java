package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;

/** What happened to a payout. */
public sealed interface PayoutEvent {
  /** Returns the payout that it happened to. */
  PayoutId payout();

  /** A payout to a cleared organiser was asked for. */
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
