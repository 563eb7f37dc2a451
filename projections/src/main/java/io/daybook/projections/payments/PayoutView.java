package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payout to an organiser.
 *
 * @param clearance the KYB case by which the organiser was approved when it was asked for
 * @param reason why the ledger refused it; absent otherwise
 * @param endedAt when the ledger took or refused it; absent before
 * @param position the journal index of its last event
 */
public record PayoutView(
    PayoutId payout,
    OrganiserId organiser,
    Money amount,
    UserId requestedBy,
    String clearance,
    PayoutState state,
    @Nullable String reason,
    Instant requestedAt,
    @Nullable Instant endedAt,
    long position) {
  static PayoutView of(Row row) throws SQLException {
    return new PayoutView(
        row.value("payout_id", PayoutId::new),
        row.value("organiser_id", OrganiserId::new),
        row.money("amount_minor"),
        row.value("requested_by", UserId::new),
        row.text("clearance"),
        row.value("state", PayoutState::valueOf),
        row.textOrNull("reason"),
        row.instant("requested_at"),
        row.instantOrNull("ended_at"),
        row.number("position"));
  }
}
