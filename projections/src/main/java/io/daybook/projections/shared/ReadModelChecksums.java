package io.daybook.projections.shared;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sums over whole tables, by which two databases are compared: two that have read the journal up to
 * the same event have the same.
 */
public final class ReadModelChecksums {
  private final JdbcClient jdbc;

  ReadModelChecksums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns those of all tables at one moment, by name. It reads every row. */
  public List<ReadModelChecksum> findAll() {
    return jdbc.sql("select read_model, row_count, checksum from read.checksums()")
        .query(
            Row.mapper(row ->
                new ReadModelChecksum(
                    row.text("read_model"), row.number("row_count"), row.text("checksum"))))
        .list();
  }
}
