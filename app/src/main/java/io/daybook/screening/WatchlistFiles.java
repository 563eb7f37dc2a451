package io.daybook.screening;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the files of lists as they were loaded, by the hash of their bytes. */
@Component
class WatchlistFiles {
  private final JdbcClient database;
  private final Clock clock;

  WatchlistFiles(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Keeps a file; one that is there already stays as it is. */
  void store(String sha256, ListContent content) {
    database
        .sql(
            """
            insert into bridge.watchlist_files (sha256, file_name, content, stored_at)
            values (?, ?, ?, ?) on conflict do nothing\
            """)
        .params(sha256, content.fileName(), content.bytes(), Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * Returns a file.
   *
   * @throws IllegalStateException if its bytes are not those that were loaded
   */
  Optional<ListContent> find(String sha256) {
    Optional<ListContent> found =
        database
            .sql("select file_name, content from bridge.watchlist_files where sha256 = ?")
            .param(sha256)
            .query((row, number) -> new ListContent(row.getString(1), row.getBytes(2)))
            .optional();
    found.ifPresent(content -> {
      if (!content.sha256().equals(sha256)) {
        throw new IllegalStateException("the stored file of list " + sha256 + " was changed");
      }
    });
    return found;
  }
}
