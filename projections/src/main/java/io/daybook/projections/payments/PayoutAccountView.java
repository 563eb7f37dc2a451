package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that payouts to an organiser go to.
 *
 * @param token the provider's name for it
 * @param usableFrom when the first payout may go to it
 * @param removedAt when it was removed; absent if it was not
 */
public record PayoutAccountView(
    PayoutAccountId account,
    OrganiserId organiser,
    String token,
    Instant addedAt,
    Instant usableFrom,
    @Nullable Instant removedAt) {
  static PayoutAccountView of(Row row) throws SQLException {
    return new PayoutAccountView(
        row.value("account_id", PayoutAccountId::new),
        row.value("organiser_id", OrganiserId::new),
        row.text("token"),
        row.instant("added_at"),
        row.instant("usable_from"),
        row.instantOrNull("removed_at"));
  }
}
