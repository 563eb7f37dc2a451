package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a payout account can be asked. Each command may be repeated: it then changes nothing. */
public sealed interface PayoutAccountCommand {
  /** Returns the account that the command is for. */
  PayoutAccountId account();

  /**
   * Adds an account of an organiser outside of Daybook, which can be used after a while.
   *
   * @param token the provider's name for it, such as {@code bank_1a2b}; never an account number
   * @param at when it was asked for
   */
  record AddPayoutAccount(
      @TargetAggregateIdentifier PayoutAccountId account,
      OrganiserId organiser,
      String token,
      UserId by,
      Instant at)
      implements PayoutAccountCommand {}

  /** Lets no more payouts go to an account. */
  record RemovePayoutAccount(@TargetAggregateIdentifier PayoutAccountId account, UserId by)
      implements PayoutAccountCommand {}
}
