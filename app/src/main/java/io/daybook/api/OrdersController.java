package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shows.HoldView;
import io.daybook.projections.shows.Holds;
import io.daybook.security.Caller;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.CheckHold;
import io.daybook.ticketing.order.OrderCommand.CancelOrder;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders: a buyer places them for held seats; the organiser of the show may read them too. */
@RestController
@RequestMapping(path = "/api/v1/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrdersController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final CallersOrders orders;
  private final Holds holds;
  private final SaleProperties sale;
  private final Clock clock;

  OrdersController(
      Commands commands,
      IdempotentWrites writes,
      CallersOrders orders,
      Holds holds,
      SaleProperties sale,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.orders = orders;
    this.holds = holds;
    this.sale = sale;
    this.clock = clock;
  }

  record OrderRequest(@NotNull String hold) {}

  @PostMapping
  ResponseEntity<String> place(@Valid @RequestBody OrderRequest body, WriteKey key) {
    var buyer = new UserId(Caller.current().userId());
    HoldView hold =
        holds
            .find(PathId.of(HoldId::new, body.hold(), "hold"))
            .filter(view -> view.buyer().equals(buyer))
            .orElseThrow(() -> ApiProblem.notFound("hold"));
    return writes.run(key, body, resumed -> place(hold, resumed));
  }

  private Written place(HoldView hold, boolean resumed) {
    // One hold becomes one order, whatever key the client sends.
    var order = OrderId.of(hold.hold());
    if (!resumed && !orders.isPlaced(order)) {
      requireLive(hold);
    }
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
    return Written.created("/api/v1/orders/" + order, position, orders.read(order, position));
  }

  /** Refuses early what the sale would let expire at once. */
  private void requireLive(HoldView hold) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    commands.send(new CheckHold(hold.pool(), hold.hold(), hold.buyer(), hold.seats().size(), now));
  }

  @PostMapping("/{order}:cancel")
  ResponseEntity<String> cancel(@PathVariable String order, WriteKey key) {
    OrderId own = orders.own(order).order();
    return writes.run(
        key,
        order,
        () -> {
          long position = commands.send(new CancelOrder(own));
          return Written.accepted("/api/v1/orders/" + own, position, orders.read(own, position));
        });
  }

  @GetMapping
  Page<OrderBody> list(PageRequest page) {
    return orders.ownPage(page);
  }

  @GetMapping("/{order}")
  OrderBody order(@PathVariable String order) {
    return orders.body(orders.visible(order));
  }
}
