package io.daybook.api;

import io.daybook.projections.orders.OrderView;
import io.daybook.projections.tickets.TicketView;
import io.daybook.projections.tickets.Tickets;
import io.daybook.recorder.publication.Receipts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The receipt of a purchase: the journal's records of order and tickets, with their proofs. */
@RestController
class ReceiptController {
  private final CallersOrders orders;
  private final Tickets tickets;
  private final Receipts receipts;

  ReceiptController(CallersOrders orders, Tickets tickets, Receipts receipts) {
    this.orders = orders;
    this.tickets = tickets;
    this.receipts = receipts;
  }

  /** A file that {@code daybook-audit check} reads; only the buyer gets it. */
  @GetMapping("/api/v1/orders/{order}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable String order) {
    OrderView own = orders.own(order);
    var aggregates = new ArrayList<String>();
    aggregates.add(own.order().value());
    for (TicketView ticket : tickets.findByOrder(own.order())) {
      aggregates.add(ticket.ticket().value());
    }
    String receipt =
        receipts
            .of(aggregates)
            .orElseThrow(() ->
                ApiProblem.retryable(
                    HttpStatus.NOT_FOUND,
                    "event_not_published",
                    "No published checkpoint covers all of the order yet.",
                    Duration.ofSeconds(1)));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(own.order() + ".daybook-receipt")
                .build()
                .toString())
        .body(receipt.getBytes(StandardCharsets.UTF_8));
  }
}
