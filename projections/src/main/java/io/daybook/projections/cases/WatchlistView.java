package io.daybook.projections.cases;

import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that parties are looked for in.
 *
 * @param activeVersion which of its versions; absent if none is
 * @param rescreenedCases how many cases were screened again since that became active; absent while
 *     that goes on
 * @param changedCases for how many of them other hits were found
 * @param versions the newest first
 */
public record WatchlistView(
    WatchlistId watchlist,
    String name,
    @Nullable Integer activeVersion,
    @Nullable Integer rescreenedCases,
    @Nullable Integer changedCases,
    List<WatchlistVersionView> versions) {
  /** Copies the list. */
  public WatchlistView {
    versions = List.copyOf(versions);
  }

  WatchlistView with(List<WatchlistVersionView> all) {
    return new WatchlistView(watchlist, name, activeVersion, rescreenedCases, changedCases, all);
  }

  static WatchlistView of(Row row) throws SQLException {
    return new WatchlistView(
        row.value("watchlist_id", WatchlistId::new),
        row.text("name"),
        integerOrNull(row, "active_version"),
        integerOrNull(row, "rescreened_cases"),
        integerOrNull(row, "changed_cases"),
        List.of());
  }

  private static @Nullable Integer integerOrNull(Row row, String column) throws SQLException {
    Long number = row.numberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }
}
