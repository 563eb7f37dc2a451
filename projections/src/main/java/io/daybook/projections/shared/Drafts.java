package io.daybook.projections.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the changes of one unit of work are about, in memory.
 *
 * <p>A later change sees what an earlier one did, as if each had been written at once.
 */
public final class Drafts {
  private static final String POSITION = "position";

  private final Map<RowKey, @Nullable Draft> keyed = new LinkedHashMap<>();
  private final Map<Table, List<Draft>> added = new HashMap<>();
  private final Map<Table, Set<String>> removed = new HashMap<>();

  Drafts() {}

  /**
   * Returns the row with {@code key}, or nothing if there is none.
   *
   * @throws IllegalArgumentException if the change did not say that it needs the row
   */
  public Optional<Draft> find(RowKey key) {
    Draft row = keyed.get(key);
    if (row == null && !keyed.containsKey(key)) {
      throw new IllegalArgumentException("not announced: " + key.first() + key.second());
    }
    return Optional.ofNullable(row);
  }

  /**
   * Returns the row with {@code key} if the event at {@code at} is new to it, and notes that the
   * row has it; nothing if there is no row or it has the event already.
   */
  public Optional<Draft> advance(RowKey key, Recorded at) {
    return find(key)
        .filter(row -> row.number(POSITION) < at.position())
        .map(row -> row.set(POSITION, at.position()));
  }

  /** Returns a new row with {@code key}, or nothing if there is one already. */
  public Optional<Draft> create(RowKey key) {
    if (find(key).isPresent()) {
      return Optional.empty();
    }
    Draft row = Draft.fresh(key.table());
    List<Table.Field> keys = key.table().keyFields();
    row.set(keys.getFirst().name(), key.first());
    if (keys.size() == 2) {
      row.set(keys.getLast().name(), key.second());
    }
    keyed.put(key, row);
    return Optional.of(row);
  }

  /** Returns a new row of a table whose rows never change; one that is there already is kept. */
  public Draft add(Table table) {
    Draft row = Draft.fresh(table);
    added.computeIfAbsent(table, unknown -> new ArrayList<>()).add(row);
    return row;
  }

  /** Removes the rows that {@link #add} made for {@code owner}, named in their first column. */
  public void removeAll(Table table, String owner) {
    added
        .computeIfAbsent(table, unknown -> new ArrayList<>())
        .removeIf(row -> owner.equals(row.value(0)));
    removed.computeIfAbsent(table, unknown -> new LinkedHashSet<>()).add(owner);
  }

  /** Takes over what the table has for {@code key}. */
  void put(RowKey key, @Nullable Draft row) {
    keyed.put(key, row);
  }

  Map<Table, Set<String>> removed() {
    return removed;
  }

  /** Returns the rows to insert, those of a table in the order in which they came. */
  Map<Table, List<Draft>> inserts() {
    var inserts = new HashMap<>(added);
    keyed.forEach((key, row) -> {
      if (row != null && row.isNew()) {
        inserts.computeIfAbsent(key.table(), unknown -> new ArrayList<>()).add(row);
      }
    });
    inserts.values().removeIf(List::isEmpty);
    return inserts;
  }

  /** Returns the rows to update. */
  Map<Table, List<Draft>> updates() {
    var updates = new HashMap<Table, List<Draft>>();
    keyed.forEach((key, row) -> {
      if (row != null && row.isUpdate()) {
        updates.computeIfAbsent(key.table(), unknown -> new ArrayList<>()).add(row);
      }
    });
    return updates;
  }

  /** Returns for each table the keys of the rows to read. */
  static Map<Table, List<RowKey>> byTable(Collection<RowKey> keys) {
    var byTable = new HashMap<Table, List<RowKey>>();
    keys.forEach(
        key -> byTable.computeIfAbsent(key.table(), unknown -> new ArrayList<>()).add(key));
    return byTable;
  }
}
