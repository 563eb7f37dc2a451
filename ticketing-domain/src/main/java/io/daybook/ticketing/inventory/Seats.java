package io.daybook.ticketing.inventory;

import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The seats of a pool and the holds on them: each seat is free, in one live hold, or sold once. */
final class Seats {
  private static final Comparator<Hold> BY_END =
      Comparator.comparing(Hold::expiresAt).thenComparing(hold -> hold.id().value());

  private final BitSet free = new BitSet();
  private final Map<HoldId, Hold> holdsById = new HashMap<>();
  private final Map<OrderId, HoldId> holdIdsByOrder = new HashMap<>();
  private final NavigableSet<Hold> liveByEnd = new TreeSet<>(BY_END);

  void open(int capacity) {
    free.set(1, capacity + 1);
  }

  int freeCount() {
    return free.cardinality();
  }

  /** Returns the numbers of the first {@code quantity} free seats; there must be as many. */
  List<Integer> firstFree(int quantity) {
    return free.stream().limit(quantity).boxed().toList();
  }

  @Nullable Hold find(HoldId id) {
    return holdsById.get(id);
  }

  /** Returns the hold by which {@code order} got its seats. */
  @Nullable Hold findSold(OrderId order) {
    @Nullable HoldId id = holdIdsByOrder.get(order);
    return id == null ? null : holdsById.get(id);
  }

  /** Returns the holds that have ended by {@code at} but still have their seats. */
  List<Hold> endedBy(Instant at) {
    var ended = new ArrayList<Hold>();
    for (Hold hold : liveByEnd) {
      if (hold.isLive(at)) {
        break;
      }
      ended.add(hold);
    }
    return ended;
  }

  void place(Hold hold) {
    hold.seats().forEach(free::clear);
    holdsById.put(hold.id(), hold);
    liveByEnd.add(hold);
  }

  /** Returns all holds that there ever were, in the order of their ids. */
  List<Hold> holds() {
    return holdsById.values().stream()
        .sorted(Comparator.comparing(hold -> hold.id().value()))
        .toList();
  }

  /** Puts a hold back as it was. */
  void restore(Hold hold) {
    holdsById.put(hold.id(), hold);
    if (hold.order() != null) {
      holdIdsByOrder.put(hold.order(), hold.id());
    }
    if (hold.status() == Hold.Status.LIVE) {
      liveByEnd.add(hold);
    }
    if (hold.status() == Hold.Status.LIVE || hold.status() == Hold.Status.CONVERTED) {
      hold.seats().forEach(free::clear);
    }
  }

  void end(HoldId id) {
    Hold hold = take(id);
    holdsById.put(id, hold.ended());
    hold.seats().forEach(free::set);
  }

  void sell(HoldId id, OrderId order) {
    holdsById.put(id, take(id).convertedFor(order));
    holdIdsByOrder.put(order, id);
  }

  void giveBack(OrderId order) {
    Hold sold = Objects.requireNonNull(findSold(order));
    holdsById.put(sold.id(), sold.returned());
    sold.seats().forEach(free::set);
  }

  private Hold take(HoldId id) {
    Hold hold = Objects.requireNonNull(holdsById.get(id));
    liveByEnd.remove(hold);
    return hold;
  }
}
