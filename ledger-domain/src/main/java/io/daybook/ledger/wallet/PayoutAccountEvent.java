package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.time.Instant;

/** What happened to an account that payouts go to. */
public sealed interface PayoutAccountEvent {
  /** Returns the account that it happened to. */
  PayoutAccountId account();

  /**
   * An account was added.
   *
   * @param token the provider's name for it
   * @param usableFrom when the first payout may go to it
   */
  record PayoutAccountAdded(
      PayoutAccountId account, OrganiserId organiser, String token, UserId by, Instant usableFrom)
      implements PayoutAccountEvent {}

  /** An account was removed; what is on its way to it still goes there. */
  record PayoutAccountRemoved(PayoutAccountId account, OrganiserId organiser, UserId by)
      implements PayoutAccountEvent {}
}
