package io.daybook.projections.payments;

import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps one row for each payout. */
final class PayoutRows {
  private static final Table PAYOUTS =
      Table.named("payouts")
          .key("payout_id")
          .texts("organiser_id", "currency", "requested_by", "clearance", "state", "reason")
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
      case PayoutRequested requested ->
          rows.create(payout).ifPresent(row -> request(requested, at, row));
      case PayoutPosted _ ->
          rows.advance(payout, at)
              .ifPresent(row ->
                  row.set("state", PayoutState.POSTED.name())
                      .set("reason", null)
                      .set("ended_at", at.time()));
      case PayoutRefused refused ->
          rows.advance(payout, at)
              .ifPresent(row ->
                  row.set("state", PayoutState.REFUSED.name())
                      .set("reason", refused.reason())
                      .set("ended_at", at.time()));
    }
  }

  private static void request(PayoutRequested event, Recorded at, Draft row) {
    row.set("organiser_id", event.organiser().value())
        .set("amount_minor", event.amount().minorUnits())
        .set("currency", event.amount().currency().getCurrencyCode())
        .set("requested_by", event.requestedBy().value())
        .set("clearance", event.clearance())
        .set("state", PayoutState.REQUESTED.name())
        .set("requested_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }
}
