package io.daybook.api;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shows.HoldView;
import io.daybook.projections.shows.Holds;
import io.daybook.projections.tickets.TicketView;
import io.daybook.projections.tickets.Tickets;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.order.OrderCommand.CancelOrder;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders: a buyer places them for held seats; the organiser of the show may read them too. */
@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Orders orders;
  private final Holds holds;
  private final Tickets tickets;
  private final SaleProperties sale;

  OrdersController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Orders orders,
      Holds holds,
      Tickets tickets,
      SaleProperties sale) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.orders = orders;
    this.holds = holds;
    this.tickets = tickets;
    this.sale = sale;
  }

  record OrderRequest(@NotNull String hold) {}

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

  @PostMapping
  ResponseEntity<String> place(@Valid @RequestBody OrderRequest body, WriteKey key) {
    var buyer = new UserId(Caller.current().userId());
    HoldView hold =
        holds
            .find(PathId.of(HoldId::new, body.hold(), "hold"))
            .filter(view -> view.buyer().equals(buyer))
            .orElseThrow(() -> ApiProblem.notFound("hold"));
    return writes.run(key, body, () -> place(hold));
  }

  private Written place(HoldView hold) {
    // One hold becomes one order, whatever key the client sends.
    var order = OrderId.of(hold.hold());
    var content =
        new OrderContent(
            hold.buyer(),
            hold.organiser(),
            hold.show(),
            hold.ticketType(),
            hold.pool(),
            hold.hold(),
            hold.seats().size(),
            hold.unitPrice(),
            sale.feeBasisPoints());
    long position = commands.send(new PlaceOrder(order, content));
    return Written.created("/api/v1/orders/" + order, position, read(order, position));
  }

  @PostMapping("/{order}:cancel")
  ResponseEntity<String> cancel(@PathVariable String order, WriteKey key) {
    OrderView own = findOwn(order);
    return writes.run(
        key,
        order,
        () -> {
          long position = commands.send(new CancelOrder(own.order()));
          return Written.accepted(
              "/api/v1/orders/" + own.order(), position, read(own.order(), position));
        });
  }

  @GetMapping
  Page<OrderBody> list(PageRequest page) {
    Page<OrderView> own = orders.findByBuyer(new UserId(Caller.current().userId()), page);
    return new Page<>(own.data().stream().map(this::body).toList(), own.next(), own.hasMore());
  }

  @GetMapping("/{order}")
  OrderBody order(@PathVariable String order) {
    return body(findVisible(order));
  }

  /** Returns the order if the caller placed it. */
  OrderView findOwn(String order) {
    return find(order)
        .filter(view -> view.buyer().value().equals(Caller.current().userId()))
        .orElseThrow(() -> ApiProblem.notFound("order"));
  }

  /** Returns the order if the caller placed it, organises its show or administers. */
  OrderView findVisible(String order) {
    Caller caller = Caller.current();
    return find(order)
        .filter(view ->
            view.buyer().value().equals(caller.userId())
                || view.organiser().equals(Organisers.of(caller))
                || caller.is(Role.ADMIN))
        .orElseThrow(() -> ApiProblem.notFound("order"));
  }

  /** Returns the order if the caller organises its show or administers. */
  OrderView findManaged(String order) {
    Caller caller = Caller.current();
    return find(order)
        .filter(view -> view.organiser().equals(Organisers.of(caller)) || caller.is(Role.ADMIN))
        .orElseThrow(() -> ApiProblem.notFound("order"));
  }

  /** Returns the order as it reads once {@code position} is projected. */
  OrderBody read(OrderId order, long position) {
    positions.await(position, ProjectionNames.ORDERS);
    return body(orders.find(order).orElseThrow());
  }

  private Optional<OrderView> find(String order) {
    return orders.find(PathId.of(OrderId::new, order, "order"));
  }

  private OrderBody body(OrderView view) {
    return OrderBody.of(view, tickets.findByOrder(view.order()));
  }
}
