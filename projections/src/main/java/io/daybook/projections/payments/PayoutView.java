package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payout to an organiser.
 *
 * @param account where it goes; absent for payouts from before there were accounts
 * @param decidedBy who approved or rejected it as second person; absent if nobody did
 * @param clearance the KYB case by which the organiser was approved when it went to the ledger;
 *     absent before
 * @param reason why the ledger refused it; absent otherwise
 * @param endedAt when the ledger took or refused it, or a person rejected it; absent before
 * @param position the journal index of its last event
 */
public record PayoutView(
    PayoutId payout,
    OrganiserId organiser,
    Money amount,
    @Nullable PayoutAccountId account,
    UserId requestedBy,
    @Nullable UserId decidedBy,
    @Nullable String clearance,
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
        row.valueOrNull("account_id", PayoutAccountId::new),
        row.value("requested_by", UserId::new),
        row.valueOrNull("decided_by", UserId::new),
        row.textOrNull("clearance"),
        row.value("state", PayoutState::valueOf),
        row.textOrNull("reason"),
        row.instant("requested_at"),
        row.instantOrNull("ended_at"),
        row.number("position"));
  }
}
