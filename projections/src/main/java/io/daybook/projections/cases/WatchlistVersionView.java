package io.daybook.projections.cases;

import io.daybook.kyb.watchlist.ListDelta;
import io.daybook.kyb.watchlist.LoadedFile;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a list; who activated it last and when are absent if nobody did.
 *
 * @param version from 1
 */
public record WatchlistVersionView(
    int version,
    LoadedFile file,
    ListDelta delta,
    UserId loadedBy,
    Instant loadedAt,
    @Nullable UserId activatedBy,
    @Nullable Instant activatedAt) {
  static WatchlistVersionView of(Row row) throws SQLException {
    return new WatchlistVersionView(
        row.integer("version"),
        new LoadedFile(
            row.text("source"),
            row.text("format"),
            row.text("sha256"),
            row.number("size_bytes"),
            row.integer("entities"),
            row.integer("names")),
        new ListDelta(
            row.integer("compared_with"),
            row.integer("added"),
            row.integer("removed"),
            row.integer("changed")),
        row.value("loaded_by", UserId::new),
        row.instant("loaded_at"),
        row.valueOrNull("activated_by", UserId::new),
        row.instantOrNull("activated_at"));
  }
}
