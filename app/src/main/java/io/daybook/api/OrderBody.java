package io.daybook.api;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.tickets.TicketView;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as answers show it. */
record OrderBody(
    OrderId id,
    String state,
    ShowId show,
    TicketTypeId ticketType,
    OrganiserId organiser,
    HoldId hold,
    int quantity,
    Money unitPrice,
    Money total,
    Money fee,
    boolean late,
    @Nullable PaymentId payment,
    @Nullable RefundId refund,
    @Nullable String reason,
    Instant placedAt,
    @Nullable Instant paidAt,
    @Nullable Instant fulfilledAt,
    List<TicketId> tickets) {
  static OrderBody of(OrderView view, List<TicketView> tickets) {
    return new OrderBody(
        view.order(),
        view.state().name(),
        view.show(),
        view.ticketType(),
        view.organiser(),
        view.hold(),
        view.quantity(),
        view.unitPrice(),
        view.total(),
        view.fee(),
        view.late(),
        view.payment(),
        view.refund(),
        view.reason(),
        view.times().placedAt(),
        view.times().paidAt(),
        view.times().fulfilledAt(),
        tickets.stream().map(TicketView::ticket).toList());
  }
}
