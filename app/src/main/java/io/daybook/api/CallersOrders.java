package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.tickets.Tickets;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import io.daybook.ticketing.order.OrderId;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The orders that the caller of this request may know of; all others do not exist for them. */
@Component
class CallersOrders {
  private final Orders orders;
  private final Tickets tickets;
  private final JournalPositions positions;

  CallersOrders(Orders orders, Tickets tickets, JournalPositions positions) {
    this.orders = orders;
    this.tickets = tickets;
    this.positions = positions;
  }

  /** Returns the order if the caller placed it. */
  OrderView own(String order) {
    return find(order, CallersOrders::isOwn);
  }

  /** Returns the order if the caller organises its show or administers. */
  OrderView managed(String order) {
    return find(order, CallersOrders::isManaged);
  }

  /** Returns the order if the caller placed it, organises its show or administers. */
  OrderView visible(String order) {
    return find(order, view -> isOwn(view) || isManaged(view));
  }

  /** Whether {@code order} is known to be placed, by whomever. */
  boolean isPlaced(OrderId order) {
    return orders.find(order).isPresent();
  }

  /** Returns the orders that the caller placed. */
  Page<OrderBody> ownPage(PageRequest page) {
    return orders.findByBuyer(new UserId(Caller.current().userId()), page).map(this::body);
  }

  /** Returns the order as it reads once {@code position} is projected. */
  OrderBody read(OrderId order, long position) {
    positions.await(position, ProjectionNames.ORDERS);
    return body(orders.find(order).orElseThrow());
  }

  OrderBody body(OrderView view) {
    return OrderBody.of(view, tickets.findByOrder(view.order()));
  }

  private OrderView find(String order, Predicate<OrderView> isFor) {
    return orders
        .find(PathId.of(OrderId::new, order, "order"))
        .filter(isFor)
        .orElseThrow(() -> ApiProblem.notFound("order"));
  }

  private static boolean isOwn(OrderView order) {
    return order.buyer().value().equals(Caller.current().userId());
  }

  private static boolean isManaged(OrderView order) {
    Caller caller = Caller.current();
    return order.organiser().equals(Organisers.of(caller)) || caller.is(Role.ADMIN);
  }
}
