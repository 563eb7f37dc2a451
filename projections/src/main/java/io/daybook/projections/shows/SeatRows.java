package io.daybook.projections.shows;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Recorded;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the rows of pools and of the holds on their seats.
 *
 * <p>Both are fed by the pool's events in their order, so the pool's position decides for both
 * whether an event is new.
 */
final class SeatRows {
  private static final String OPEN_POOL =
      """
      insert into read.pools
        (pool_id, show_id, ticket_type_id, organiser_id, price_minor, currency, capacity,
         created_position, position)
      values (:pool, :show, :type, :organiser, :price, :currency, :capacity, :position, :position)
      on conflict do nothing
      """;
  private static final String COUNT =
      """
      update read.pools set held = held + :held, sold = sold + :sold, position = :position
      where pool_id = :pool and position < :position
      """;
  private static final String HOLD =
      """
      insert into read.holds
        (hold_id, pool_id, show_id, ticket_type_id, organiser_id, buyer_id, seats,
         unit_price_minor, currency, expires_at, state, created_at, created_position, position)
      select :hold, pool_id, show_id, ticket_type_id, organiser_id, :buyer, :seats,
        :price, :currency, :expiresAt, 'HELD', :at, :position, :position
      from read.pools where pool_id = :pool
      """;
  private static final String END_HOLD =
      """
      update read.holds
      set state = :state, order_id = cast(:order as text), position = :position
      where hold_id = :hold
      """;

  private final JdbcClient jdbc;

  SeatRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void apply(InventoryEvent event, Recorded at) {
    switch (event) {
      case PoolOpened opened -> open(opened, at);
      case SeatsHeld held -> hold(held, at);
      case HoldConverted(PoolId pool, HoldId hold, OrderId order, var seats) -> {
        if (count(pool, -seats.size(), seats.size(), at)) {
          end(hold, HoldState.CONVERTED, order, at);
        }
      }
      case HoldReleased(PoolId pool, HoldId hold, var seats) -> {
        if (count(pool, -seats.size(), 0, at)) {
          end(hold, HoldState.RELEASED, null, at);
        }
      }
      case HoldExpired(PoolId pool, HoldId hold, var seats) -> {
        if (count(pool, -seats.size(), 0, at)) {
          end(hold, HoldState.EXPIRED, null, at);
        }
      }
      case SeatsReturned(PoolId pool, _, var seats) -> count(pool, 0, -seats.size(), at);
    }
  }

  void clear() {
    jdbc.sql("delete from read.holds").update();
    jdbc.sql("delete from read.pools").update();
  }

  private void open(PoolOpened event, Recorded at) {
    jdbc.sql(OPEN_POOL)
        .param("pool", event.pool().value())
        .param("show", event.show().value())
        .param("type", event.ticketType().value())
        .param("organiser", event.organiser().value())
        .param("price", event.price().minorUnits())
        .param("currency", event.price().currency().getCurrencyCode())
        .param("capacity", event.capacity())
        .param("position", at.position())
        .update();
  }

  private void hold(SeatsHeld event, Recorded at) {
    if (!count(event.pool(), event.seats().size(), 0, at)) {
      return;
    }
    jdbc.sql(HOLD)
        .param("hold", event.hold().value())
        .param("pool", event.pool().value())
        .param("buyer", event.buyer().value())
        .param("seats", event.seats().toArray(Integer[]::new))
        .param("price", event.unitPrice().minorUnits())
        .param("currency", event.unitPrice().currency().getCurrencyCode())
        .param("expiresAt", Column.time(event.expiresAt()))
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  /** Counts seats, and says whether the event is new to the pool. */
  private boolean count(PoolId pool, int held, int sold, Recorded at) {
    return jdbc.sql(COUNT)
            .param("pool", pool.value())
            .param("held", held)
            .param("sold", sold)
            .param("position", at.position())
            .update()
        == 1;
  }

  private void end(HoldId hold, HoldState state, @Nullable OrderId order, Recorded at) {
    jdbc.sql(END_HOLD)
        .param("hold", hold.value())
        .param("state", state.name())
        .param("order", order == null ? null : order.value())
        .param("position", at.position())
        .update();
  }
}
