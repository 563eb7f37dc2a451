package io.daybook.projections.payments;

import io.daybook.ledger.payment.PaymentEvent;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentFailed;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentRefunded;
import io.daybook.ledger.payment.PaymentEvent.PaymentRequested;
import io.daybook.ledger.payment.PaymentEvent.RefundRequested;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps one row for each payment and one for each refund. */
final class PaymentRows {
  private static final Table PAYMENTS =
      Table.named("payments")
          .key("payment_id")
          .texts("reference", "currency", "method", "state", "reason")
          .numbers("amount_minor")
          .times("requested_at", "authorised_at", "captured_at", "failed_at", "refunded_at")
          .numbers("created_position", "position");
  private static final Table REFUNDS =
      Table.named("refunds")
          .key("refund_id")
          .texts("payment_id", "reference", "currency", "state")
          .numbers("amount_minor")
          .times("requested_at", "refunded_at")
          .numbers("created_position", "position");

  private final Writes writes;

  PaymentRows(Writes writes) {
    this.writes = writes;
  }

  void apply(PaymentEvent event, Recorded at) {
    RowKey payment = PAYMENTS.row(event.payment().value());
    switch (event) {
      case PaymentRequested requested ->
          writes.change(
              rows -> rows.create(payment).ifPresent(row -> request(requested, at, row)), payment);
      case RefundRequested requested -> requestRefund(requested, at, payment);
      case PaymentRefunded refunded -> endRefund(refunded, at, payment);
      case PaymentAuthorised _,
          PaymentCaptured _,
          PaymentFailed _,
          PaymentChargedBack _,
          PaymentPartlyChargedBack _,
          ChargebackWon _ ->
          writes.change(
              rows -> rows.advance(payment, at).ifPresent(row -> change(event, at, row)), payment);
    }
  }

  void clear() {
    writes.empty(REFUNDS, PAYMENTS);
  }

  private void requestRefund(RefundRequested event, Recorded at, RowKey payment) {
    RowKey refund = REFUNDS.row(event.refund().value());
    writes.change(
        rows -> {
          rows.advance(payment, at).ifPresent(row -> change(event, at, row));
          rows.create(refund).ifPresent(row -> requestRefund(event, at, row));
        },
        payment,
        refund);
  }

  private void endRefund(PaymentRefunded event, Recorded at, RowKey payment) {
    RowKey refund = REFUNDS.row(event.refund().value());
    writes.change(
        rows -> {
          rows.advance(payment, at).ifPresent(row -> change(event, at, row));
          rows.advance(refund, at)
              .ifPresent(row ->
                  row.set("state", RefundState.REFUNDED.name()).set("refunded_at", at.time()));
        },
        payment,
        refund);
  }

  private static void request(PaymentRequested event, Recorded at, Draft row) {
    row.set("reference", event.reference())
        .set("amount_minor", event.amount().minorUnits())
        .set("currency", event.amount().currency().getCurrencyCode())
        .set("method", event.method())
        .set("state", PaymentState.REQUESTED.name())
        .set("requested_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private static void change(PaymentEvent event, Recorded at, Draft row) {
    switch (event) {
      case PaymentRequested _ -> throw new IllegalArgumentException("a payment has no row yet");
      case PaymentAuthorised _ ->
          row.set("state", PaymentState.AUTHORISED.name()).set("authorised_at", at.time());
      case PaymentCaptured _ ->
          row.set("state", PaymentState.CAPTURED.name())
              .set("captured_at", at.time())
              .set("reason", null);
      case PaymentFailed failed ->
          row.set("state", PaymentState.FAILED.name())
              .set("failed_at", at.time())
              .set("reason", failed.reason());
      case PaymentChargedBack _ -> row.set("state", PaymentState.CHARGED_BACK.name());
      case PaymentPartlyChargedBack _ -> row.set("state", PaymentState.PARTLY_CHARGED_BACK.name());
      case ChargebackWon _ -> row.set("state", PaymentState.CHARGEBACK_WON.name());
      case RefundRequested _ ->
          row.set("state", PaymentState.REFUND_REQUESTED.name()).set("reason", null);
      case PaymentRefunded _ ->
          row.set("state", PaymentState.REFUNDED.name()).set("refunded_at", at.time());
    }
  }

  private static void requestRefund(RefundRequested event, Recorded at, Draft row) {
    row.set("payment_id", event.payment().value())
        .set("reference", event.reference())
        .set("amount_minor", event.amount().minorUnits())
        .set("currency", event.amount().currency().getCurrencyCode())
        .set("state", RefundState.REQUESTED.name())
        .set("requested_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }
}
