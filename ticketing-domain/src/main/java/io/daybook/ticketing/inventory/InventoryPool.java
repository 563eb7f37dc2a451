package io.daybook.ticketing.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.AggregateState;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.inventory.InventoryCommand.CheckHold;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryCommand.OpenPool;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryError.CapacityOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.HoldAlreadyConverted;
import io.daybook.ticketing.inventory.InventoryError.HoldExistsWithDifferentContent;
import io.daybook.ticketing.inventory.InventoryError.HoldPeriodOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.OrderAlreadySeated;
import io.daybook.ticketing.inventory.InventoryError.PoolExistsWithDifferentContent;
import io.daybook.ticketing.inventory.InventoryError.QuantityOutOfRange;
import io.daybook.ticketing.inventory.InventoryError.SoldOut;
import io.daybook.ticketing.inventory.InventoryError.UnknownHold;
import io.daybook.ticketing.inventory.InventoryError.UnknownOrder;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.InventoryEvent.HoldReleased;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsHeld;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsReturned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one ticket type; none of them is ever held or sold twice at a time.
 *
 * <p>Time is the command's and may go backwards, because several nodes send commands. A hold dies
 * by an event, or for the commands at or after its end even without one; what an event has ended
 * never lives again.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class InventoryPool implements AggregateState.Source {
  private static final int MAX_CAPACITY = 100_000;
  private static final int MAX_QUANTITY = 10;
  private static final Duration MAX_PERIOD = Duration.ofHours(1);

  @AggregateIdentifier private PoolId id;
  private PoolOpened opening;
  private final Seats seats = new Seats();

  InventoryPool() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenPool command) {
    var opened =
        new PoolOpened(
            command.pool(),
            command.show(),
            command.ticketType(),
            command.organiser(),
            command.price(),
            command.capacity());
    if (id != null) {
      if (!opened.equals(opening)) {
        throw new CommandRefused(new PoolExistsWithDifferentContent(id));
      }
      return;
    }
    if (command.capacity() < 1 || command.capacity() > MAX_CAPACITY) {
      throw new CommandRefused(
          new CapacityOutOfRange(command.pool(), command.capacity(), MAX_CAPACITY));
    }
    apply(opened);
  }

  @CommandHandler
  void handle(HoldSeats command) {
    @Nullable Hold placed = seats.find(command.hold());
    if (placed != null) {
      // A retry comes later than its original, so its times are not part of the content.
      requireSame(placed, command.buyer(), command.quantity());
      return;
    }
    requireValid(command);
    List<Hold> ended = seats.endedBy(command.at());
    int free = seats.freeCount() + ended.stream().mapToInt(hold -> hold.seats().size()).sum();
    if (free < command.quantity()) {
      throw new CommandRefused(new SoldOut(id, free, command.quantity()));
    }
    ended.forEach(this::expire);
    apply(
        new SeatsHeld(
            id,
            command.hold(),
            opening.show(),
            command.buyer(),
            seats.firstFree(command.quantity()),
            opening.price(),
            command.expiresAt()));
  }

  private static void requireSame(Hold placed, UserId buyer, int quantity) {
    if (!placed.buyer().equals(buyer) || placed.seats().size() != quantity) {
      throw new CommandRefused(new HoldExistsWithDifferentContent(placed.id()));
    }
  }

  private static void requireValid(HoldSeats command) {
    if (command.quantity() < 1 || command.quantity() > MAX_QUANTITY) {
      throw new CommandRefused(
          new QuantityOutOfRange(command.hold(), command.quantity(), MAX_QUANTITY));
    }
    Instant latestEnd = command.at().plus(MAX_PERIOD);
    if (!command.at().isBefore(command.expiresAt()) || command.expiresAt().isAfter(latestEnd)) {
      throw new CommandRefused(
          new HoldPeriodOutOfRange(command.hold(), command.at(), command.expiresAt()));
    }
  }

  @CommandHandler
  void handle(CheckHold command) {
    Hold hold = requireHold(command.hold());
    requireSame(hold, command.buyer(), command.quantity());
    requireUnsold(hold);
    requireLive(hold, command.at());
  }

  @CommandHandler
  void handle(ConvertHold command) {
    Hold hold = requireHold(command.hold());
    if (hold.order() != null) {
      requireSoldTo(hold, command);
      return;
    }
    @Nullable Hold other = seats.findSold(command.order());
    if (other != null) {
      throw new CommandRefused(new OrderAlreadySeated(command.order(), other.id()));
    }
    requireLive(hold, command.at());
    apply(new HoldConverted(id, hold.id(), command.order(), hold.seats()));
  }

  private static void requireSoldTo(Hold hold, ConvertHold command) {
    if (hold.order() != null && !hold.order().equals(command.order())) {
      throw new CommandRefused(new HoldAlreadyConverted(hold.id(), hold.order()));
    }
  }

  private static void requireUnsold(Hold hold) {
    if (hold.order() != null) {
      throw new CommandRefused(new HoldAlreadyConverted(hold.id(), hold.order()));
    }
  }

  private static void requireLive(Hold hold, Instant at) {
    if (!hold.isLive(at)) {
      throw new CommandRefused(new InventoryError.HoldExpired(hold.id(), hold.expiresAt()));
    }
  }

  @CommandHandler
  void handle(ReleaseHold command) {
    Hold hold = requireHold(command.hold());
    requireUnsold(hold);
    if (hold.isLive(command.at())) {
      apply(new HoldReleased(id, hold.id(), hold.seats()));
    } else if (hold.status() == Hold.Status.LIVE) {
      expire(hold);
    }
  }

  private Hold requireHold(HoldId hold) {
    @Nullable Hold placed = seats.find(hold);
    if (placed == null) {
      throw new CommandRefused(new UnknownHold(hold));
    }
    return placed;
  }

  @CommandHandler
  void handle(ExpireHolds command) {
    seats.endedBy(command.at()).forEach(this::expire);
  }

  private void expire(Hold hold) {
    apply(new HoldExpired(id, hold.id(), hold.seats()));
  }

  @CommandHandler
  void handle(ReturnSeats command) {
    @Nullable Hold sold = seats.findSold(command.order());
    if (sold == null) {
      throw new CommandRefused(new UnknownOrder(id, command.order()));
    }
    if (sold.status() == Hold.Status.CONVERTED) {
      apply(new SeatsReturned(id, command.order(), sold.seats()));
    }
  }

  @Override
  public PoolState state() {
    return new PoolState(opening, seats.holds());
  }

  @EventSourcingHandler
  void on(PoolState state) {
    on(state.opening());
    state.holds().forEach(seats::restore);
  }

  @EventSourcingHandler
  void on(InventoryEvent event) {
    switch (event) {
      case PoolOpened opened -> {
        id = opened.pool();
        opening = opened;
        seats.open(opened.capacity());
      }
      case SeatsHeld held ->
          seats.place(Hold.placed(held.hold(), held.buyer(), held.seats(), held.expiresAt()));
      case HoldConverted converted -> seats.sell(converted.hold(), converted.order());
      case HoldReleased released -> seats.end(released.hold());
      case HoldExpired expired -> seats.end(expired.hold());
      case SeatsReturned returned -> seats.giveBack(returned.order());
    }
  }
}
