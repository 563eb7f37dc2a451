package io.daybook.ticketing.inventory;

import io.daybook.ledger.AggregateState;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import java.util.List;

/** A pool's state: how it was opened, and all holds that there ever were. */
@AggregateState.Of(InventoryPool.class)
record PoolState(PoolOpened opening, List<Hold> holds) implements AggregateState {}
