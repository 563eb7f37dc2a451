package io.daybook.ticketing.inventory;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What a pool of seats can be asked to do. Each command may be repeated: it then changes nothing.
 *
 * <p>Time is always the command's {@code at}: a hold past its end is dead even if nobody has swept
 * it away yet.
 */
public sealed interface InventoryCommand {
  /** Returns the pool that the command is for. */
  PoolId pool();

  /** Opens a pool with seats numbered from 1 to {@code capacity}. */
  record OpenPool(
      @TargetAggregateIdentifier PoolId pool,
      ShowId show,
      TicketTypeId ticketType,
      OrganiserId organiser,
      Money price,
      int capacity)
      implements InventoryCommand {}

  /**
   * Sets seats aside for a buyer until {@code expiresAt}.
   *
   * @param quantity from 1 to 10
   */
  record HoldSeats(
      @TargetAggregateIdentifier PoolId pool,
      HoldId hold,
      UserId buyer,
      int quantity,
      Instant at,
      Instant expiresAt)
      implements InventoryCommand {}

  /**
   * Makes sure that {@code buyer} holds {@code quantity} seats at {@code at}; changes nothing.
   *
   * <p>If it is not refused, whatever ends the hold comes later in the journal.
   */
  record CheckHold(
      @TargetAggregateIdentifier PoolId pool, HoldId hold, UserId buyer, int quantity, Instant at)
      implements InventoryCommand {}

  /** Turns a live hold into sold seats. */
  record ConvertHold(@TargetAggregateIdentifier PoolId pool, HoldId hold, OrderId order, Instant at)
      implements InventoryCommand {}

  /** Gives held seats back before their time. */
  record ReleaseHold(@TargetAggregateIdentifier PoolId pool, HoldId hold, Instant at)
      implements InventoryCommand {}

  /** Gives the seats of every hold back that has ended by {@code at}. */
  record ExpireHolds(@TargetAggregateIdentifier PoolId pool, Instant at)
      implements InventoryCommand {}

  /** Gives the sold seats of a refunded order back. */
  record ReturnSeats(@TargetAggregateIdentifier PoolId pool, OrderId order)
      implements InventoryCommand {}
}
