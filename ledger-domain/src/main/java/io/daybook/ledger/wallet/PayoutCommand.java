package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a payout can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface PayoutCommand {
  /** Returns the payout that the command is for. */
  PayoutId payout();

  /** Asks for money to be paid out to an organiser that compliance has cleared. */
  record RequestPayout(
      @TargetAggregateIdentifier PayoutId payout,
      OrganiserId organiser,
      Money amount,
      UserId requestedBy)
      implements PayoutCommand {}

  /** Records that the ledger has the payout's entry, so the money has left. */
  record RecordPayoutPosted(@TargetAggregateIdentifier PayoutId payout) implements PayoutCommand {}

  /** Records that the ledger refused the payout's entry, with the refusal's code. */
  record RecordPayoutRefused(@TargetAggregateIdentifier PayoutId payout, String reason)
      implements PayoutCommand {}
}
