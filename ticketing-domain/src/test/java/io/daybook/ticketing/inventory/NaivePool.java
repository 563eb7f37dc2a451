package io.daybook.ticketing.inventory;

import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pool promises, in the plainest words: a list of holds, searched from end to end. */
final class NaivePool {
  private static final class Row {
    final int quantity;
    final Instant expiresAt;
    boolean isEnded;
    boolean isReturned;
    @Nullable OrderId order;

    Row(int quantity, Instant expiresAt) {
      this.quantity = quantity;
      this.expiresAt = expiresAt;
    }

    boolean occupies() {
      return order == null ? !isEnded : !isReturned;
    }

    boolean isLive(Instant at) {
      return order == null && !isEnded && at.isBefore(expiresAt);
    }
  }

  private final int capacity;
  private final Map<HoldId, Row> rows = new HashMap<>();

  NaivePool(int capacity) {
    this.capacity = capacity;
  }

  int occupied() {
    return rows.values().stream().filter(Row::occupies).mapToInt(row -> row.quantity).sum();
  }

  /** Returns whether the hold is granted or was, with the same quantity. */
  boolean hold(HoldId id, int quantity, Instant at, Instant expiresAt) {
    @Nullable Row row = rows.get(id);
    if (row != null) {
      return row.quantity == quantity;
    }
    List<Row> dead = new ArrayList<>(rows.values());
    dead.removeIf(other -> !other.occupies() || other.order != null || other.isLive(at));
    int freed = dead.stream().mapToInt(other -> other.quantity).sum();
    if (capacity - occupied() + freed < quantity) {
      return false;
    }
    dead.forEach(other -> other.isEnded = true);
    rows.put(id, new Row(quantity, expiresAt));
    return true;
  }

  boolean convert(HoldId id, OrderId order, Instant at) {
    @Nullable Row row = rows.get(id);
    if (row == null) {
      return false;
    }
    if (row.order != null) {
      return row.order.equals(order);
    }
    if (rows.values().stream().anyMatch(other -> order.equals(other.order)) || !row.isLive(at)) {
      return false;
    }
    row.order = order;
    return true;
  }

  boolean release(HoldId id) {
    @Nullable Row row = rows.get(id);
    if (row == null || row.order != null) {
      return false;
    }
    row.isEnded = true;
    return true;
  }

  boolean expire(Instant at) {
    rows.values().stream()
        .filter(row -> row.order == null && !row.isLive(at))
        .forEach(row -> row.isEnded = true);
    return true;
  }

  boolean giveBack(OrderId order) {
    for (Row row : rows.values()) {
      if (order.equals(row.order)) {
        row.isReturned = true;
        return true;
      }
    }
    return false;
  }
}
