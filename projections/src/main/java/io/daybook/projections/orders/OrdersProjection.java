package io.daybook.projections.orders;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderEvent;
import io.daybook.ticketing.order.OrderEvent.OrderCancelled;
import io.daybook.ticketing.order.OrderEvent.OrderExpired;
import io.daybook.ticketing.order.OrderEvent.OrderFulfilled;
import io.daybook.ticketing.order.OrderEvent.OrderPaid;
import io.daybook.ticketing.order.OrderEvent.OrderPaymentFailed;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import io.daybook.ticketing.order.OrderEvent.OrderRefundRequested;
import io.daybook.ticketing.order.OrderEvent.OrderRefunded;
import io.daybook.ticketing.order.OrderEvent.PaymentStarted;
import java.time.Instant;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each order. */
@ProcessingGroup(ProjectionNames.ORDERS)
final class OrdersProjection {
  private static final String PLACE =
      """
      insert into read.orders
        (order_id, buyer_id, organiser_id, show_id, ticket_type_id, pool_id, hold_id, quantity,
         unit_price_minor, total_minor, fee_minor, currency, state, placed_at, updated_at,
         created_position, position)
      values (:order, :buyer, :organiser, :show, :type, :pool, :hold, :quantity,
        :price, :total, :fee, :currency, 'AWAITING_PAYMENT', :at, :at, :position, :position)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final PositionWriter positions;
  private final PersonalTexts texts;

  OrdersProjection(JdbcClient jdbc, PositionWriter positions, PersonalTexts texts) {
    this.texts = texts;
    this.jdbc = jdbc;
    this.positions = positions;
  }

  @EventHandler
  void on(OrderEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.ORDERS, token, time);
    switch (event) {
      case OrderPlaced placed -> place(placed, at);
      case PaymentStarted started ->
          change(
              started,
              at,
              OrderState.PAYMENT_PENDING,
              "payment_id = :payment, payment_started_at = :at, reason = null",
              Map.of("payment", started.payment().value()));
      case OrderPaymentFailed failed ->
          change(
              failed,
              at,
              OrderState.AWAITING_PAYMENT,
              "reason = :reason",
              Map.of("reason", Column.text(failed.reason())));
      case OrderPaid paid ->
          change(
              paid,
              at,
              paid.late() ? OrderState.PAID_LATE : OrderState.PAID,
              "payment_id = :payment, seats = :seats, late = :late, paid_at = :at, reason = null",
              Map.of(
                  "payment", paid.payment().value(),
                  "seats", paid.seats().toArray(Integer[]::new),
                  "late", paid.late()));
      case OrderFulfilled fulfilled ->
          change(fulfilled, at, OrderState.FULFILLED, "fulfilled_at = :at", Map.of());
      case OrderExpired expired ->
          change(expired, at, OrderState.EXPIRED, "ended_at = :at", Map.of());
      case OrderCancelled cancelled ->
          change(cancelled, at, OrderState.CANCELLED, "ended_at = :at", Map.of());
      case OrderRefundRequested requested -> requestRefund(requested, at);
      case OrderRefunded refunded ->
          change(
              refunded,
              at,
              OrderState.REFUNDED,
              "refund_id = :refund, late = late or :late, refunded_at = :at",
              Map.of("refund", refunded.refund().value(), "late", refunded.late()));
    }
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.orders").update();
    positions.forget(ProjectionNames.ORDERS);
  }

  private void place(OrderPlaced event, Recorded at) {
    OrderContent content = event.content();
    jdbc.sql(PLACE)
        .param("order", event.order().value())
        .param("buyer", content.buyer().value())
        .param("organiser", content.organiser().value())
        .param("show", content.show().value())
        .param("type", content.ticketType().value())
        .param("pool", content.pool().value())
        .param("hold", content.hold().value())
        .param("quantity", content.quantity())
        .param("price", content.unitPrice().minorUnits())
        .param("total", event.total().minorUnits())
        .param("fee", event.fee().minorUnits())
        .param("currency", event.total().currency().getCurrencyCode())
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void requestRefund(OrderRefundRequested event, Recorded at) {
    change(
        event,
        at,
        OrderState.REFUND_REQUESTED,
        """
        payment_id = :payment, refund_id = :refund, reason = :reason, late = late or :late,
        refund_requested_at = :at
        """,
        Map.of(
            "payment", event.payment().value(),
            "refund", event.refund().value(),
            "reason", sealed(event),
            "late", event.late()));
  }

  private String sealed(OrderRefundRequested event) {
    String order = event.order().value();
    return texts.seal(order, Column.text(event.reason()), OrderView.place(order));
  }

  private void change(
      OrderEvent event, Recorded at, OrderState state, String assignments, Map<String, ?> params) {
    jdbc.sql(
            "update read.orders set state = :state, updated_at = :at, position = :position, "
                + assignments
                + " where order_id = :order and position < :position")
        .params(params)
        .param("state", state.name())
        .param("at", at.timeColumn())
        .param("order", event.order().value())
        .param("position", at.position())
        .update();
  }
}
