package io.daybook.api;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.payments.PayoutView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payout, as its organiser and finance read it. */
record PayoutBody(
    PayoutId id,
    OrganiserId organiser,
    Money amount,
    @Nullable PayoutAccountId account,
    String state,
    @Nullable UserId decidedBy,
    @Nullable String reason,
    Instant requestedAt,
    @Nullable Instant endedAt) {
  static PayoutBody of(PayoutView view) {
    return new PayoutBody(
        view.payout(),
        view.organiser(),
        view.amount(),
        view.account(),
        view.state().name(),
        view.decidedBy(),
        view.reason(),
        view.requestedAt(),
        view.endedAt());
  }
}
