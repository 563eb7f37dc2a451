package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.UnknownFundsHold;
import io.daybook.ledger.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The holds of a book, those that are over too: their ids stay taken. */
final class Holds {
  private final Layer<FundsHoldId, FundsHold> holdsById;
  private final Layer<String, List<FundsHoldId>> idsByGroup;

  /** Open holds that end by themselves, by their end; of a layer with nothing below only. */
  private final TreeSet<FundsHold> ending =
      new TreeSet<>(
          Comparator.comparing((FundsHold hold) -> Objects.requireNonNull(hold.held().expiresAt()))
              .thenComparing(hold -> hold.id().value()));

  private Holds(
      Layer<FundsHoldId, FundsHold> holdsById, Layer<String, List<FundsHoldId>> idsByGroup) {
    this.holdsById = holdsById;
    this.idsByGroup = idsByGroup;
  }

  Holds() {
    this(Layer.ofConstants(), Layer.ofConstants());
  }

  Holds fork() {
    return new Holds(holdsById.fork(), idsByGroup.fork());
  }

  @Nullable FundsHold find(FundsHoldId id) {
    return holdsById.find(id);
  }

  /**
   * Returns the hold {@code id}.
   *
   * @throws CommandRefused if there is none
   */
  FundsHold get(FundsHoldId id) {
    @Nullable FundsHold hold = holdsById.find(id);
    if (hold == null) {
      throw new CommandRefused(new UnknownFundsHold(id.value()));
    }
    return hold;
  }

  /** Returns the holds of a group, in the order in which they were placed. */
  List<FundsHold> group(String group) {
    @Nullable List<FundsHoldId> ids = idsByGroup.find(group);
    return ids == null ? List.of() : ids.stream().map(this::get).toList();
  }

  /** Returns the open holds whose end has come, those that ended first first. */
  List<FundsHold> due(Instant at) {
    return ending.stream().takeWhile(hold -> hold.isDue(at)).toList();
  }

  void place(FundsHold hold) {
    put(hold);
    String group = hold.held().group();
    if (group != null) {
      @Nullable List<FundsHoldId> before = idsByGroup.find(group);
      var ids = new ArrayList<FundsHoldId>(before == null ? List.of() : before);
      ids.add(hold.id());
      idsByGroup.put(group, List.copyOf(ids));
    }
  }

  void capture(FundsHoldId id, Money amount) {
    put(get(id).captured(amount));
  }

  void end(FundsHoldId id, HoldStatus as) {
    put(get(id).ended(as));
  }

  private void put(FundsHold hold) {
    holdsById.put(hold.id(), hold);
    if (hold.held().expiresAt() != null) {
      ending.remove(hold);
      if (hold.isOpen()) {
        ending.add(hold);
      }
    }
  }

  /** Returns the holds of a layer with nothing below, group by group in their order. */
  List<FundsHold> state() {
    var states = new ArrayList<FundsHold>();
    idsByGroup.entries().forEach(entry -> entry.getValue().forEach(id -> states.add(get(id))));
    holdsById.entries().stream()
        .map(Map.Entry::getValue)
        .filter(hold -> hold.held().group() == null)
        .forEach(states::add);
    return states;
  }
}
