package io.daybook.projections.orders;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderChargedBack;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.OrderPaymentFailed;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps one row for each order. */
@ProcessingGroup(ProjectionNames.ORDERS)
final class OrdersProjection {
  private static final Table ORDERS =
      Table.named("orders")
          .key("order_id")
          .texts("buyer_id", "organiser_id", "show_id", "ticket_type_id", "pool_id", "hold_id")
          .integers("quantity")
          .numbers("unit_price_minor", "total_minor", "fee_minor")
          .texts("currency", "state", "payment_id", "refund_id", "reason")
          .integerLists("seats")
          .flags("late")
          .times("placed_at", "payment_started_at", "paid_at", "fulfilled_at", "ended_at")
          .times("refund_requested_at", "refunded_at", "updated_at")
          .numbers("created_position", "position");

  private final Writes writes;
  private final PositionWriter positions;
  private final PersonalTexts texts;

  OrdersProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    this.texts = texts;
    this.writes = writes;
    this.positions = positions;
  }

  @EventHandler
  void on(OrderEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.ORDERS, token, time);
    RowKey order = ORDERS.row(event.order().value());
    writes.change(rows -> apply(event, at, rows, order), order);
  }

  @ResetHandler
  void reset() {
    writes.empty(ORDERS);
    positions.forget(ProjectionNames.ORDERS);
  }

  private void apply(OrderEvent event, Recorded at, Drafts rows, RowKey order) {
    if (event instanceof OrderPlaced placed) {
      rows.create(order).ifPresent(row -> place(placed, at, row));
    } else {
      rows.advance(order, at).ifPresent(row -> change(event, at, row));
    }
  }

  private static void place(OrderPlaced event, Recorded at, Draft row) {
    OrderContent content = event.content();
    row.set("buyer_id", content.buyer().value())
        .set("organiser_id", content.organiser().value())
        .set("show_id", content.show().value())
        .set("ticket_type_id", content.ticketType().value())
        .set("pool_id", content.pool().value())
        .set("hold_id", content.hold().value())
        .set("quantity", content.quantity())
        .set("unit_price_minor", content.unitPrice().minorUnits())
        .set("total_minor", event.total().minorUnits())
        .set("fee_minor", event.fee().minorUnits())
        .set("currency", event.total().currency().getCurrencyCode())
        .set("seats", List.of())
        .set("state", OrderState.AWAITING_PAYMENT.name())
        .set("late", false)
        .set("placed_at", at.time())
        .set("updated_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private void change(OrderEvent event, Recorded at, Draft row) {
    row.set("updated_at", at.time());
    switch (event) {
      case OrderPlaced _ -> throw new IllegalArgumentException("a placed order has no row yet");
      case PaymentStarted started ->
          row.set("state", OrderState.PAYMENT_PENDING.name())
              .set("payment_id", started.payment().value())
              .set("payment_started_at", at.time())
              .set("reason", null);
      case OrderPaymentFailed failed ->
          row.set("state", OrderState.AWAITING_PAYMENT.name()).set("reason", failed.reason());
      case OrderPaid paid ->
          row.set("state", (paid.late() ? OrderState.PAID_LATE : OrderState.PAID).name())
              .set("payment_id", paid.payment().value())
              .set("seats", paid.seats())
              .set("late", paid.late())
              .set("paid_at", at.time())
              .set("reason", null);
      case OrderFulfilled _ ->
          row.set("state", OrderState.FULFILLED.name()).set("fulfilled_at", at.time());
      case OrderExpired _ -> row.set("state", OrderState.EXPIRED.name()).set("ended_at", at.time());
      case OrderCancelled _ ->
          row.set("state", OrderState.CANCELLED.name()).set("ended_at", at.time());
      case OrderRefundRequested requested ->
          row.set("state", OrderState.REFUND_REQUESTED.name())
              .set("payment_id", requested.payment().value())
              .set("refund_id", requested.refund().value())
              .set("reason", sealed(requested))
              .set("late", row.flag("late") || requested.late())
              .set("refund_requested_at", at.time());
      case OrderChargedBack _ ->
          row.set("state", OrderState.CHARGED_BACK.name()).set("ended_at", at.time());
      case OrderRefunded refunded ->
          row.set("state", OrderState.REFUNDED.name())
              .set("refund_id", refunded.refund().value())
              .set("late", row.flag("late") || refunded.late())
              .set("refunded_at", at.time());
    }
  }

  private String sealed(OrderRefundRequested event) {
    String order = event.order().value();
    return texts.seal(order, Column.text(event.reason()), OrderView.place(order));
  }
}
