package io.daybook.projections.cases;

import io.daybook.kyb.watchlist.ListDelta;
import io.daybook.kyb.watchlist.LoadedFile;
import io.daybook.kyb.watchlist.WatchlistEvent;
import io.daybook.kyb.watchlist.WatchlistEvent.CasesRescreened;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionActivated;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionLoaded;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps one row for each list and one for each of its versions. */
final class WatchlistRows {
  private static final Table LISTS =
      Table.named("watchlists")
          .key("watchlist_id")
          .texts("name")
          .integers("active_version", "rescreened_cases", "changed_cases")
          .numbers("created_position", "position");
  private static final Table VERSIONS =
      Table.named("watchlist_versions")
          .key("watchlist_id", "version_key")
          .texts("source", "format", "sha256", "loaded_by", "activated_by")
          .integers("version", "entities", "names", "compared_with", "added", "removed", "changed")
          .numbers("size_bytes", "created_position", "position")
          .times("loaded_at", "activated_at");

  private final Writes writes;

  WatchlistRows(Writes writes) {
    this.writes = writes;
  }

  void apply(WatchlistEvent event, Recorded at) {
    RowKey list = LISTS.row(event.watchlist().value());
    switch (event) {
      case WatchlistVersionLoaded loaded -> {
        RowKey version = version(event, loaded.version());
        writes.change(rows -> load(loaded, at, rows, list, version), list, version);
      }
      case WatchlistVersionActivated activated -> {
        RowKey version = version(event, activated.version());
        writes.change(rows -> activate(activated, at, rows, list, version), list, version);
      }
      case CasesRescreened rescreened ->
          writes.change(
              rows ->
                  rows.advance(list, at)
                      .ifPresent(row ->
                          row.set("rescreened_cases", rescreened.cases())
                              .set("changed_cases", rescreened.changed())),
              list);
    }
  }

  void clear() {
    writes.empty(VERSIONS, LISTS);
  }

  private static RowKey version(WatchlistEvent event, int version) {
    return VERSIONS.row(event.watchlist().value(), Integer.toString(version));
  }

  private static void load(
      WatchlistVersionLoaded event, Recorded at, Drafts rows, RowKey list, RowKey version) {
    rows.create(list)
        .ifPresent(row ->
            row.set("name", event.name())
                .set("created_position", at.position())
                .set("position", at.position()));
    rows.create(version).ifPresent(row -> fill(event, at, row));
  }

  private static void fill(WatchlistVersionLoaded event, Recorded at, Draft row) {
    LoadedFile file = event.file();
    ListDelta delta = event.delta();
    row.set("version", event.version())
        .set("source", file.source())
        .set("format", file.format())
        .set("sha256", file.sha256())
        .set("size_bytes", file.sizeBytes())
        .set("entities", file.entities())
        .set("names", file.names())
        .set("compared_with", delta.comparedWith())
        .set("added", delta.added())
        .set("removed", delta.removed())
        .set("changed", delta.changed())
        .set("loaded_by", event.loadedBy().value())
        .set("loaded_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private static void activate(
      WatchlistVersionActivated event, Recorded at, Drafts rows, RowKey list, RowKey version) {
    rows.advance(list, at)
        .ifPresent(row ->
            row.set("active_version", event.version())
                .set("rescreened_cases", null)
                .set("changed_cases", null));
    rows.advance(version, at)
        .ifPresent(row ->
            row.set("activated_by", event.activatedBy().value()).set("activated_at", at.time()));
  }
}
