package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.ledger.wallet.PayoutEvent.PayoutApproved;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutProposed;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRejected;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import java.util.Optional;

/** Keeps one row for each payout. */
final class PayoutRows {
  private static final Table PAYOUTS =
      Table.named("payouts")
          .key("payout_id")
          .texts("organiser_id", "currency", "account_id", "requested_by", "decided_by")
          .texts("clearance", "state", "reason")
          .numbers("amount_minor")
          .times("requested_at", "ended_at")
          .numbers("created_position", "position");

  private final Writes writes;

  PayoutRows(Writes writes) {
    this.writes = writes;
  }

  void apply(PayoutEvent event, Recorded at) {
    RowKey payout = PAYOUTS.row(event.payout().value());
    writes.change(rows -> apply(event, at, rows, payout), payout);
  }

  void clear() {
    writes.empty(PAYOUTS);
  }

  private static void apply(PayoutEvent event, Recorded at, Drafts rows, RowKey payout) {
    switch (event) {
      case PayoutProposed proposed ->
          rows.create(payout).ifPresent(row -> propose(proposed, at, row));
      case PayoutApproved approved ->
          rows.advance(payout, at).ifPresent(row -> row.set("decided_by", approved.by().value()));
      case PayoutRejected rejected ->
          rows.advance(payout, at)
              .ifPresent(row ->
                  end(row, PayoutState.REJECTED, at).set("decided_by", rejected.by().value()));
      case PayoutRequested requested -> request(requested, at, rows, payout);
      case PayoutPosted _ ->
          rows.advance(payout, at).ifPresent(row -> end(row, PayoutState.POSTED, at));
      case PayoutRefused refused ->
          rows.advance(payout, at)
              .ifPresent(row -> end(row, PayoutState.REFUSED, at).set("reason", refused.reason()));
    }
  }

  private static Draft end(Draft row, PayoutState state, Recorded at) {
    return row.set("state", state.name()).set("reason", null).set("ended_at", at.time());
  }

  private static void propose(PayoutProposed event, Recorded at, Draft row) {
    add(event.organiser(), event.amount(), event.requestedBy(), at, row)
        .set("account_id", event.account().value())
        .set("state", PayoutState.WAITING.name());
  }

  /** Older payouts begin with this. */
  private static void request(PayoutRequested event, Recorded at, Drafts rows, RowKey payout) {
    Optional<Draft> made =
        rows.create(payout)
            .map(row -> add(event.organiser(), event.amount(), event.requestedBy(), at, row));
    made.or(() -> rows.advance(payout, at))
        .ifPresent(row ->
            row.set("clearance", event.clearance()).set("state", PayoutState.REQUESTED.name()));
  }

  private static Draft add(
      OrganiserId organiser, Money amount, UserId requestedBy, Recorded at, Draft row) {
    return row.set("organiser_id", organiser.value())
        .set("amount_minor", amount.minorUnits())
        .set("currency", amount.currency().getCurrencyCode())
        .set("requested_by", requestedBy.value())
        .set("requested_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }
}
