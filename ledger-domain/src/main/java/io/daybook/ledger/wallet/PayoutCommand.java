package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a payout can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface PayoutCommand {
  /** Returns the payout that the command is for. */
  PayoutId payout();

  /**
   * Asks for money to be paid out to an organiser that compliance has cleared.
   *
   * @param at when it was asked for
   */
  record RequestPayout(
      @TargetAggregateIdentifier PayoutId payout,
      OrganiserId organiser,
      Money amount,
      PayoutAccountId account,
      UserId requestedBy,
      Instant at)
      implements PayoutCommand {}

  /** Approves a payout as its second person, which lets the money go. */
  record ApprovePayout(@TargetAggregateIdentifier PayoutId payout, UserId by)
      implements PayoutCommand {}

  /** Rejects a payout that waits for its second person. */
  record RejectPayout(@TargetAggregateIdentifier PayoutId payout, UserId by)
      implements PayoutCommand {}

  /** Records that the ledger has the payout's entry, so the money has left. */
  record RecordPayoutPosted(@TargetAggregateIdentifier PayoutId payout) implements PayoutCommand {}

  /** Records that the ledger refused the payout's entry, with the refusal's code. */
  record RecordPayoutRefused(@TargetAggregateIdentifier PayoutId payout, String reason)
      implements PayoutCommand {}
}
