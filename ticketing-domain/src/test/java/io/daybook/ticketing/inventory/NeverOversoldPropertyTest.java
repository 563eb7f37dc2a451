package io.daybook.ticketing.inventory;

import static io.daybook.ticketing.inventory.PoolFixture.BUYER;
import static io.daybook.ticketing.inventory.PoolFixture.CAPACITY;
import static io.daybook.ticketing.inventory.PoolFixture.NOON;
import static io.daybook.ticketing.inventory.PoolFixture.POOL;
import static io.daybook.ticketing.inventory.PoolFixture.hold;
import static io.daybook.ticketing.inventory.PoolFixture.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ticketing.inventory.InventoryCommand.ConvertHold;
import io.daybook.ticketing.inventory.InventoryCommand.ExpireHolds;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.InventoryCommand.ReleaseHold;
import io.daybook.ticketing.inventory.InventoryCommand.ReturnSeats;
import io.daybook.ticketing.inventory.InventoryEvent.HoldConverted;
import io.daybook.ticketing.inventory.InventoryEvent.HoldExpired;
import io.daybook.ticketing.inventory.InventoryEvent.HoldReleased;
import io.daybook.ticketing.inventory.InventoryEvent.PoolOpened;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsHeld;
import io.daybook.ticketing.inventory.InventoryEvent.SeatsReturned;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in whatever order and with whatever clocks, no seat is taken twice at a time. */
class NeverOversoldPropertyTest {
  private static final int RUNS = 20;
  private static final int STEPS = 300;
  private static final int NAMES = 40;
  private static final int SECONDS = 3_000;

  private final NaivePool model = new NaivePool(CAPACITY);
  private final Set<Integer> taken = new HashSet<>();
  private int eventsSeen;

  static List<Long> seeds() {
    return RandomGenerator.getDefault().longs(RUNS).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void takesNoSeatTwiceAndDecidesLikeTheModel(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var fixture = new AggregateTestFixture<>(InventoryPool.class);
    fixture.givenCommands(open(CAPACITY));
    CommandGateway gateway =
        DefaultCommandGateway.builder().commandBus(fixture.getCommandBus()).build();
    for (int step = 0; step < STEPS; step++) {
      step(random, gateway);
      follow(fixture.getEventStore());

      assertThat(taken).hasSize(model.occupied()).hasSizeLessThanOrEqualTo(CAPACITY);
    }
  }

  private void step(RandomGenerator random, CommandGateway gateway) {
    HoldId hold = hold("hold-" + random.nextInt(NAMES));
    OrderId order = new OrderId(DerivedId.of("ord", "order-" + random.nextInt(NAMES)));
    Instant at = NOON.plusSeconds(random.nextInt(SECONDS));
    Instant end = at.plusSeconds(random.nextInt(1, 600));
    int quantity = random.nextInt(1, 5);
    boolean expected;
    Object command;
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        expected = model.hold(hold, quantity, at, end);
        command = new HoldSeats(POOL, hold, BUYER, quantity, at, end);
      }
      case 2 -> {
        expected = model.convert(hold, order, at);
        command = new ConvertHold(POOL, hold, order, at);
      }
      case 3 -> {
        expected = model.release(hold);
        command = new ReleaseHold(POOL, hold, at);
      }
      case 4 -> {
        expected = model.expire(at);
        command = new ExpireHolds(POOL, at);
      }
      default -> {
        expected = model.giveBack(order);
        command = new ReturnSeats(POOL, order);
      }
    }
    assertThat(isAccepted(gateway, command)).as("%s", command).isEqualTo(expected);
  }

  private static boolean isAccepted(CommandGateway gateway, Object command) {
    try {
      gateway.sendAndWait(command);
      return true;
    } catch (CommandRefused refused) {
      return false;
    }
  }

  private void follow(EventStore store) {
    List<InventoryEvent> events =
        store
            .readEvents(POOL.value(), eventsSeen)
            .asStream()
            .map(message -> (InventoryEvent) message.getPayload())
            .toList();
    events.forEach(this::apply);
    eventsSeen += events.size();
  }

  private void apply(InventoryEvent event) {
    switch (event) {
      case PoolOpened _, HoldConverted _ -> {}
      case SeatsHeld held ->
          held.seats().forEach(seat -> assertThat(taken.add(seat)).as("seat %s", seat).isTrue());
      case HoldReleased released -> free(released.seats());
      case HoldExpired expired -> free(expired.seats());
      case SeatsReturned returned -> free(returned.seats());
    }
  }

  private void free(List<Integer> seats) {
    seats.forEach(seat -> assertThat(taken.remove(seat)).as("seat %s", seat).isTrue());
  }
}
