package io.daybook.projections.cases;

import io.daybook.kyb.casefile.UsedList;
import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.projections.shared.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for the lists that parties are looked for in. */
public final class Watchlists {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Watchlists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all lists with all their versions, the oldest list first. */
  public List<WatchlistView> findAll() {
    return jdbc
        .sql("select * from read.watchlists order by created_position")
        .query(Row.mapper(WatchlistView::of))
        .list()
        .stream()
        .map(this::withVersions)
        .toList();
  }

  /** Returns a list with all its versions. */
  public Optional<WatchlistView> find(WatchlistId watchlist) {
    return jdbc.sql("select * from read.watchlists where watchlist_id = ?")
        .param(watchlist.value())
        .query(Row.mapper(WatchlistView::of))
        .optional()
        .map(this::withVersions);
  }

  /** Returns the active version of each list that has one, in a fixed order. */
  public List<UsedList> findActive() {
    return jdbc.sql(
            """
            select l.watchlist_id, v.version, v.sha256 from read.watchlists l
            join read.watchlist_versions v
              on v.watchlist_id = l.watchlist_id and v.version = l.active_version
            order by l.created_position
            """)
        .query(
            Row.mapper(row ->
                new UsedList(row.text("watchlist_id"), row.integer("version"), row.text("sha256"))))
        .list();
  }

  private WatchlistView withVersions(WatchlistView list) {
    return list.with(
        jdbc.sql(
                "select * from read.watchlist_versions where watchlist_id = ?"
                    + " order by version desc")
            .param(list.watchlist().value())
            .query(Row.mapper(WatchlistVersionView::of))
            .list());
  }
}
