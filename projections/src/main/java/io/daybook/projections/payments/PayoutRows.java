package io.daybook.projections.payments;

import io.daybook.ledger.wallet.PayoutEvent;
import io.daybook.ledger.wallet.PayoutEvent.PayoutPosted;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each payout. */
final class PayoutRows {
  private static final String REQUEST =
      """
      insert into read.payouts
        (payout_id, organiser_id, amount_minor, currency, requested_by, clearance, state,
         requested_at, created_position, position)
      values (:payout, :organiser, :amount, :currency, :by, :clearance, 'REQUESTED',
        :at, :position, :position)
      on conflict do nothing
      """;
  private static final String END =
      """
      update read.payouts
      set state = :state, reason = cast(:reason as text), ended_at = :at, position = :position
      where payout_id = :payout and position < :position
      """;

  private final JdbcClient jdbc;

  PayoutRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(PayoutEvent event, Recorded at) {
    switch (event) {
      case PayoutRequested requested -> request(requested, at);
      case PayoutPosted posted -> end(posted, PayoutState.POSTED, null, at);
      case PayoutRefused refused ->
          end(refused, PayoutState.REFUSED, Column.text(refused.reason()), at);
    }
  }

  void clear() {
    jdbc.sql("delete from read.payouts").update();
  }

  private void request(PayoutRequested event, Recorded at) {
    jdbc.sql(REQUEST)
        .param("payout", event.payout().value())
        .param("organiser", event.organiser().value())
        .param("amount", event.amount().minorUnits())
        .param("currency", event.amount().currency().getCurrencyCode())
        .param("by", event.requestedBy().value())
        .param("clearance", Column.text(event.clearance()))
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void end(PayoutEvent event, PayoutState state, @Nullable String reason, Recorded at) {
    jdbc.sql(END)
        .param("payout", event.payout().value())
        .param("state", state.name())
        .param("reason", reason)
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }
}
