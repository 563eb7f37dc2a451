package io.daybook.api;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.orders.OrderView;
import io.daybook.projections.payments.PaymentView;
import io.daybook.projections.payments.Payments;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.ticketing.order.OrderCommand.RequestOrderRefund;
import io.daybook.ticketing.order.OrderCommand.StartPayment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments and refunds of an order; both are answered before the provider has decided. */
@RestController
@RequestMapping(path = "/api/v1/orders/{order}", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final CallersOrders orders;
  private final Payments payments;

  PaymentsController(
      Commands commands, IdempotentWrites writes, CallersOrders orders, Payments payments) {
    this.commands = commands;
    this.writes = writes;
    this.orders = orders;
    this.payments = payments;
  }

  record PaymentRequestBody(@NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,39}") String method) {}

  record PaymentStartedBody(PaymentId id, String state, OrderBody order) {}

  record PaymentBody(
      PaymentId id,
      String order,
      Money amount,
      String state,
      @Nullable String reason,
      Instant requestedAt,
      @Nullable Instant capturedAt) {
    static PaymentBody of(PaymentView view) {
      return new PaymentBody(
          view.payment(),
          view.reference(),
          view.amount(),
          view.state().name(),
          view.reason(),
          view.requestedAt(),
          view.capturedAt());
    }
  }

  record RefundRequestBody(@NotBlank @Size(max = 500) String reason) {}

  record RefundStartedBody(RefundId id, OrderBody order) {}

  @PostMapping("/payments")
  ResponseEntity<String> pay(
      @PathVariable String order, @Valid @RequestBody PaymentRequestBody body, WriteKey key) {
    OrderView own = orders.own(order);
    return writes.run(
        key,
        body,
        () -> {
          var payment = new PaymentId(key.id("pay"));
          long position = commands.send(new StartPayment(own.order(), payment, body.method()));
          return Written.accepted(
              "/api/v1/orders/" + own.order() + "/payments/" + payment,
              position,
              new PaymentStartedBody(payment, "PENDING", orders.read(own.order(), position)));
        });
  }

  @GetMapping("/payments")
  Page<PaymentBody> payments(@PathVariable String order, PageRequest page) {
    OrderView visible = orders.visible(order);
    return payments.findByReference(visible.order().value(), page).map(PaymentBody::of);
  }

  @GetMapping("/payments/{payment}")
  PaymentBody payment(@PathVariable String order, @PathVariable String payment) {
    OrderView visible = orders.visible(order);
    return payments
        .find(PathId.of(PaymentId::new, payment, "payment"))
        .filter(view -> view.reference().equals(visible.order().value()))
        .map(PaymentBody::of)
        .orElseThrow(() -> ApiProblem.notFound("payment"));
  }

  @PostMapping("/refunds")
  ResponseEntity<String> refund(
      @PathVariable String order, @Valid @RequestBody RefundRequestBody body, WriteKey key) {
    OrderView managed = orders.managed(order);
    return writes.run(key, body, () -> refund(managed, body.reason()));
  }

  private Written refund(OrderView order, String reason) {
    PaymentId payment = order.payment();
    if (payment == null) {
      throw ApiProblem.of(
          HttpStatus.CONFLICT, "nothing_paid", "This order was not paid, so there is no refund.");
    }
    // An order is refunded once, whatever key the client sends.
    var refund = new RefundId(DerivedId.of("rfd", order.order().value()));
    long position = commands.send(new RequestOrderRefund(order.order(), payment, refund, reason));
    return Written.accepted(
        "/api/v1/orders/" + order.order(),
        position,
        new RefundStartedBody(refund, orders.read(order.order(), position)));
  }
}
