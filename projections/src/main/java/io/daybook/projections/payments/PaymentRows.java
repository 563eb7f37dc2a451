package io.daybook.projections.payments;

import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentEvent.RefundRequested;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Recorded;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each payment and one for each refund. */
final class PaymentRows {
  private static final String REQUEST =
      """
      insert into read.payments
        (payment_id, reference, amount_minor, currency, method, state, requested_at,
         created_position, position)
      values (:payment, :reference, :amount, :currency, :method, 'REQUESTED', :at,
        :position, :position)
      on conflict do nothing
      """;
  private static final String REQUEST_REFUND =
      """
      insert into read.refunds
        (refund_id, payment_id, reference, amount_minor, currency, state, requested_at,
         created_position, position)
      values (:refund, :payment, :reference, :amount, :currency, 'REQUESTED', :at,
        :position, :position)
      on conflict do nothing
      """;
  private static final String END_REFUND =
      """
      update read.refunds set state = 'REFUNDED', refunded_at = :at, position = :position
      where refund_id = :refund and position < :position
      """;

  private final JdbcClient jdbc;

  PaymentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(PaymentEvent event, Recorded at) {
    switch (event) {
      case PaymentRequested requested -> request(requested, at);
      case PaymentAuthorised authorised ->
          change(authorised, at, PaymentState.AUTHORISED, "authorised_at = :at", Map.of());
      case PaymentCaptured captured ->
          change(captured, at, PaymentState.CAPTURED, "captured_at = :at, reason = null", Map.of());
      case PaymentFailed failed ->
          change(
              failed,
              at,
              PaymentState.FAILED,
              "failed_at = :at, reason = :reason",
              Map.of("reason", Column.text(failed.reason())));
      case RefundRequested requested -> requestRefund(requested, at);
      case PaymentRefunded refunded -> endRefund(refunded, at);
    }
  }

  void clear() {
    jdbc.sql("delete from read.refunds").update();
    jdbc.sql("delete from read.payments").update();
  }

  private void request(PaymentRequested event, Recorded at) {
    jdbc.sql(REQUEST)
        .param("payment", event.payment().value())
        .param("reference", Column.text(event.reference()))
        .param("amount", event.amount().minorUnits())
        .param("currency", event.amount().currency().getCurrencyCode())
        .param("method", Column.text(event.method()))
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void requestRefund(RefundRequested event, Recorded at) {
    change(event, at, PaymentState.REFUND_REQUESTED, "reason = null", Map.of());
    jdbc.sql(REQUEST_REFUND)
        .param("refund", event.refund().value())
        .param("payment", event.payment().value())
        .param("reference", Column.text(event.reference()))
        .param("amount", event.amount().minorUnits())
        .param("currency", event.amount().currency().getCurrencyCode())
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void endRefund(PaymentRefunded event, Recorded at) {
    change(event, at, PaymentState.REFUNDED, "refunded_at = :at", Map.of());
    jdbc.sql(END_REFUND)
        .param("refund", event.refund().value())
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void change(
      PaymentEvent event,
      Recorded at,
      PaymentState state,
      String assignments,
      Map<String, ?> params) {
    jdbc.sql(
            "update read.payments set state = :state, position = :position, "
                + assignments
                + " where payment_id = :payment and position < :position")
        .params(params)
        .param("state", state.name())
        .param("at", at.timeColumn())
        .param("payment", event.payment().value())
        .param("position", at.position())
        .update();
  }
}
