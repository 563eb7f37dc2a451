package io.daybook.projections.shows;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for holds on seats. */
public final class Holds {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Holds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a hold. */
  public Optional<HoldView> find(HoldId hold) {
    return jdbc.sql("select * from read.holds where hold_id = ?")
        .param(hold.value())
        .query(Row.mapper(HoldView::of))
        .optional();
  }

  /** Returns the pools that have holds which ended at {@code at} or before and still hold seats. */
  public List<PoolId> findPoolsWithHoldsEndedBy(Instant at) {
    return jdbc.sql(
            """
            select distinct pool_id from read.holds
            where state = 'HELD' and expires_at <= ? order by pool_id
            """)
        .param(Column.time(at))
        .query(Row.mapper(row -> row.value("pool_id", PoolId::new)))
        .list();
  }
}
