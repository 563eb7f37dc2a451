package io.daybook.projections.balances;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an account was described from a moment on.
 *
 * @param position the journal index of the event
 */
public record AccountDescription(long position, Instant describedAt, Map<String, String> metadata) {
  /** One name of a description. */
  record Line(long position, Instant describedAt, String name, String value) {
    static Line of(Row row) throws SQLException {
      return new Line(
          row.number("created_position"),
          row.instant("described_at"),
          row.text("name"),
          row.text("value"));
    }
  }

  static AccountDescription of(List<Line> lines) {
    var metadata = new TreeMap<String, String>();
    lines.forEach(line -> metadata.put(line.name(), line.value()));
    return new AccountDescription(
        lines.getFirst().position(), lines.getFirst().describedAt(), metadata);
  }
}
