package io.daybook.api;

import io.daybook.chain.TicketTokens;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.tickets.TicketState;
import io.daybook.projections.tickets.TicketView;
import io.daybook.projections.tickets.Tickets;
import io.daybook.security.Caller;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A buyer's tickets and the codes that show them at the door. */
@RestController
@RequestMapping(path = "/api/v1/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketsController {
  private final Tickets tickets;
  private static final String SYNC = "X-Chain-Sync";

  private final TicketCredentials credentials;
  private final TicketTokens tokens;

  TicketsController(Tickets tickets, TicketCredentials credentials, TicketTokens tokens) {
    this.tickets = tickets;
    this.credentials = credentials;
    this.tokens = tokens;
  }

  record TicketBody(
      TicketId id,
      String state,
      ShowId show,
      TicketTypeId ticketType,
      OrderId order,
      int seat,
      Instant issuedAt,
      @Nullable Instant revokedAt,
      TicketTokens.@Nullable Standing chain) {
    static TicketBody of(TicketView view, TicketTokens.@Nullable Standing chain) {
      return new TicketBody(
          view.ticket(),
          view.state().name(),
          view.show(),
          view.ticketType(),
          view.order(),
          view.serial(),
          view.issuedAt(),
          view.revokedAt(),
          chain);
    }
  }

  record CredentialBody(TicketId ticket, String credential, String keyId) {}

  @GetMapping
  ResponseEntity<Page<TicketBody>> list(PageRequest page) {
    Page<TicketView> own = tickets.findByHolder(new UserId(Caller.current().userId()), page);
    Map<TicketId, TicketTokens.Standing> standings =
        tokens.of(own.data().stream().map(TicketView::ticket).toList());
    return ResponseEntity.ok()
        .header(SYNC, tokens.sync())
        .body(own.map(view -> TicketBody.of(view, standings.get(view.ticket()))));
  }

  @GetMapping("/{ticket}")
  ResponseEntity<TicketBody> ticket(@PathVariable String ticket) {
    TicketView own = findOwn(ticket);
    return ResponseEntity.ok()
        .header(SYNC, tokens.sync())
        .body(TicketBody.of(own, tokens.of(own.ticket()).orElse(null)));
  }

  @GetMapping(path = "/{ticket}/credential", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CredentialBody> credential(@PathVariable String ticket) {
    TicketView own = findLive(ticket);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new CredentialBody(own.ticket(), credentials.issue(own).text(), credentials.keyId()));
  }

  /** Returns the credential as a QR code. */
  @GetMapping(path = "/{ticket}/credential.png", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> qrCode(@PathVariable String ticket) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_PNG)
        .body(QrCode.png(credentials.issue(findLive(ticket)).text()));
  }

  private TicketView findLive(String ticket) {
    TicketView own = findOwn(ticket);
    if (own.state() != TicketState.ISSUED) {
      throw ApiProblem.of(
          HttpStatus.GONE, "ticket_revoked", "This ticket gives no right to enter any more.");
    }
    return own;
  }

  private TicketView findOwn(String ticket) {
    return tickets
        .find(PathId.of(TicketId::new, ticket, "ticket"))
        .filter(view -> view.holder().value().equals(Caller.current().userId()))
        .orElseThrow(() -> ApiProblem.notFound("ticket"));
  }
}
