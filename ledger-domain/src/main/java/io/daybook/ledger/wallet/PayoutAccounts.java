package io.daybook.ledger.wallet;

import io.daybook.ledger.OrganiserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The accounts that payouts may go to.
 *
 * <p>A port: the payout does not know who keeps the list.
 */
public interface PayoutAccounts {
  /**
   * Returns when the first payout may go to {@code account}, or nothing if it is none of {@code
   * organiser} or was removed.
   */
  Optional<Instant> usableFrom(OrganiserId organiser, PayoutAccountId account);
}
