package io.daybook.projections.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How projections write: what an event changes is noted, and done at the end of the unit of work.
 *
 * <p>Then the rows that are needed are read, the changes are made in memory in the order in which
 * they came, and each row is written once, all of a table in one statement. A unit of work may have
 * one event or thousands, which is the whole difference between following the journal and
 * rebuilding from it.
 */
public final class Writes {
  private static final String PENDING = Writes.class.getName() + ".pending";

  private final RowStore store;

  Writes(JdbcClient jdbc) {
    this.store = new RowStore(jdbc);
  }

  /**
   * Notes a change, which is made before the unit of work is committed, or at once if there is
   * none.
   *
   * @param needed the keys of all rows that it looks up or creates
   */
  public void change(Consumer<Drafts> change, RowKey... needed) {
    if (CurrentUnitOfWork.isStarted()) {
      pending(CurrentUnitOfWork.get().root()).add(change, needed);
    } else {
      var alone = new Pending();
      alone.add(change, needed);
      alone.flush();
    }
  }

  /** Empties tables at once, in the database transaction that runs. */
  public void empty(Table... tables) {
    store.truncate(tables);
  }

  private Pending pending(UnitOfWork<?> batch) {
    return batch.getOrComputeResource(
        PENDING,
        key -> {
          var pending = new Pending();
          batch.onPrepareCommit(unit -> pending.flush());
          return pending;
        });
  }

  private final class Pending {
    private final Set<RowKey> needed = new LinkedHashSet<>();
    private final List<Consumer<Drafts>> changes = new ArrayList<>();

    void add(Consumer<Drafts> change, RowKey... keys) {
      Collections.addAll(needed, keys);
      changes.add(change);
    }

    void flush() {
      var drafts = new Drafts();
      Drafts.byTable(needed).forEach((table, keys) -> store.load(table, keys, drafts));
      changes.forEach(change -> change.accept(drafts));
      drafts.removed().forEach(store::delete);
      drafts.inserts().forEach(store::insert);
      drafts.updates().forEach(store::update);
    }
  }
}
