package io.daybook.projections.shows;

import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryEvent;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.InventoryEvent.HoldReleased;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsHeld;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsReturned;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import java.util.Optional;

/**
 * Keeps the rows of pools and of the holds on their seats.
 *
 * <p>Both are fed by the pool's events in their order, so the pool's position decides for both
 * whether an event is new.
 */
final class SeatRows {
  private static final Table POOLS =
      Table.named("pools")
          .key("pool_id")
          .texts("show_id", "ticket_type_id", "organiser_id", "currency")
          .numbers("price_minor")
          .integers("capacity", "held", "sold")
          .numbers("created_position", "position");
  private static final Table HOLDS =
      Table.named("holds")
          .key("hold_id")
          .texts("pool_id", "show_id", "ticket_type_id", "organiser_id", "buyer_id")
          .texts("currency", "state", "order_id")
          .integerLists("seats")
          .numbers("unit_price_minor")
          .times("expires_at", "created_at")
          .numbers("created_position", "position");

  private final Writes writes;

  SeatRows(Writes writes) {
    this.writes = writes;
  }

  void apply(InventoryEvent event, Recorded at) {
    RowKey pool = POOLS.row(event.pool().value());
    switch (event) {
      case PoolOpened opened ->
          writes.change(rows -> rows.create(pool).ifPresent(row -> open(opened, at, row)), pool);
      case SeatsHeld held -> {
        RowKey hold = key(held.hold());
        writes.change(rows -> hold(held, at, rows, hold), pool, hold);
      }
      case HoldConverted converted -> convert(converted, at, pool);
      case HoldReleased(PoolId _, HoldId hold, var seats) ->
          end(pool, key(hold), seats.size(), HoldState.RELEASED, at);
      case HoldExpired(PoolId _, HoldId hold, var seats) ->
          end(pool, key(hold), seats.size(), HoldState.EXPIRED, at);
      case SeatsReturned(PoolId _, OrderId _, var seats) ->
          writes.change(
              rows -> rows.advance(pool, at).ifPresent(row -> count(row, 0, -seats.size())), pool);
    }
  }

  void clear() {
    writes.empty(HOLDS, POOLS);
  }

  private void convert(HoldConverted event, Recorded at, RowKey pool) {
    RowKey hold = key(event.hold());
    int seats = event.seats().size();
    writes.change(
        rows ->
            rows.advance(pool, at)
                .ifPresent(row -> {
                  count(row, -seats, seats);
                  end(rows, hold, HoldState.CONVERTED, at)
                      .ifPresent(ended -> ended.set("order_id", event.order().value()));
                }),
        pool,
        hold);
  }

  private void end(RowKey pool, RowKey hold, int seats, HoldState state, Recorded at) {
    writes.change(
        rows ->
            rows.advance(pool, at)
                .ifPresent(row -> {
                  count(row, -seats, 0);
                  end(rows, hold, state, at).ifPresent(ended -> ended.set("order_id", null));
                }),
        pool,
        hold);
  }

  private static RowKey key(HoldId hold) {
    return HOLDS.row(hold.value());
  }

  private static void open(PoolOpened event, Recorded at, Draft row) {
    row.set("show_id", event.show().value())
        .set("ticket_type_id", event.ticketType().value())
        .set("organiser_id", event.organiser().value())
        .set("price_minor", event.price().minorUnits())
        .set("currency", event.price().currency().getCurrencyCode())
        .set("capacity", event.capacity())
        .set("held", 0)
        .set("sold", 0)
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private static void hold(SeatsHeld event, Recorded at, Drafts rows, RowKey hold) {
    rows.advance(POOLS.row(event.pool().value()), at)
        .ifPresent(pool -> {
          count(pool, event.seats().size(), 0);
          hold(event, at, pool, create(rows, hold));
        });
  }

  private static Draft create(Drafts rows, RowKey hold) {
    return rows.create(hold)
        .orElseThrow(() -> new IllegalStateException(hold.first() + " was given before"));
  }

  private static void hold(SeatsHeld event, Recorded at, Draft pool, Draft row) {
    row.set("pool_id", event.pool().value())
        .set("show_id", pool.text("show_id"))
        .set("ticket_type_id", pool.text("ticket_type_id"))
        .set("organiser_id", pool.text("organiser_id"))
        .set("buyer_id", event.buyer().value())
        .set("seats", event.seats())
        .set("unit_price_minor", event.unitPrice().minorUnits())
        .set("currency", event.unitPrice().currency().getCurrencyCode())
        .set("expires_at", event.expiresAt())
        .set("state", HoldState.HELD.name())
        .set("created_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private static void count(Draft pool, int held, int sold) {
    pool.set("held", pool.integer("held") + held).set("sold", pool.integer("sold") + sold);
  }

  private static Optional<Draft> end(Drafts rows, RowKey hold, HoldState state, Recorded at) {
    return rows.find(hold)
        .map(row -> row.set("state", state.name()).set("position", at.position()));
  }
}
