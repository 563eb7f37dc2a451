package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shows.HoldView;
import io.daybook.projections.shows.Holds;
import io.daybook.projections.shows.Shows;
import io.daybook.security.Caller;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds: seats that are set aside for a buyer for some minutes. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Holds holds;
  private final Shows shows;
  private final SaleProperties sale;
  private final Clock clock;

  HoldsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Holds holds,
      Shows shows,
      SaleProperties sale,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.holds = holds;
    this.shows = shows;
    this.sale = sale;
    this.clock = clock;
  }

  record HoldRequest(@NotNull String ticketType, @Min(1) @Max(10) int quantity) {}

  record HoldBody(
      HoldId id,
      ShowId show,
      TicketTypeId ticketType,
      List<Integer> seats,
      Money unitPrice,
      Money total,
      Instant expiresAt,
      String state) {
    static HoldBody of(HoldView view) {
      return new HoldBody(
          view.hold(),
          view.show(),
          view.ticketType(),
          view.seats(),
          view.unitPrice(),
          view.unitPrice().times(view.seats().size()),
          view.expiresAt(),
          view.state().name());
    }
  }

  @PostMapping("/shows/{show}/holds")
  ResponseEntity<String> hold(
      @PathVariable String show, @Valid @RequestBody HoldRequest body, WriteKey key) {
    ShowId showId = PathId.of(ShowId::new, show, "show");
    if (shows.find(showId).filter(found -> found.show().publishedAt() != null).isEmpty()) {
      throw ApiProblem.notFound("show");
    }
    PoolId pool = PoolId.of(showId, PathId.of(TicketTypeId::new, body.ticketType(), "ticket type"));
    if (shows.findPool(pool).isEmpty()) {
      throw ApiProblem.notFound("ticket type");
    }
    return writes.run(key, body, () -> hold(pool, new HoldId(key.id("hld")), body.quantity()));
  }

  private Written hold(PoolId pool, HoldId hold, int quantity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var buyer = new UserId(Caller.current().userId());
    long position =
        commands.send(
            new HoldSeats(pool, hold, buyer, quantity, now, now.plus(sale.holdDuration())));
    positions.await(position, ProjectionNames.SHOWS);
    return Written.created(
        "/api/v1/holds/" + hold, position, HoldBody.of(holds.find(hold).orElseThrow()));
  }

  @GetMapping("/holds/{hold}")
  HoldBody hold(@PathVariable String hold) {
    return HoldBody.of(findOwn(hold));
  }

  @DeleteMapping("/holds/{hold}")
  ResponseEntity<Void> release(@PathVariable String hold) {
    HoldView own = findOwn(hold);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long position = commands.send(new ReleaseHold(own.pool(), own.hold(), now));
    return ResponseEntity.noContent()
        .header(JournalPositions.WRITTEN, Long.toString(position))
        .build();
  }

  private HoldView findOwn(String hold) {
    return holds
        .find(PathId.of(HoldId::new, hold, "hold"))
        .filter(view -> view.buyer().value().equals(Caller.current().userId()))
        .orElseThrow(() -> ApiProblem.notFound("hold"));
  }
}
