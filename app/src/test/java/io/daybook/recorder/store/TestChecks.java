package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Header;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Recomputes a whole journal from its rows. */
final class TestChecks {
  private TestChecks() {}

  /** Checks order, chains, commitments and the tree; returns how many records there are. */
  static long check(TestServer.TestDatabase database) {
    return check(database.dataSource("daybook_app"));
  }

  /** Does the same over connections that may read the journal. */
  static long check(DataSource database) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var frontier = new Frontier();
      var last = new HashMap<String, Header>();
      try (ResultSet rows =
          statement.executeQuery("SELECT * FROM journal.records ORDER BY leaf_index")) {
        while (rows.next()) {
          check(rows, frontier, last);
        }
      }
      try (ResultSet head = statement.executeQuery("SELECT * FROM journal.head")) {
        assertThat(head.next()).isTrue();
        assertThat(head.getLong("size")).isEqualTo(frontier.size());
        assertThat(head.getBytes("root")).isEqualTo(frontier.root().bytes());
        assertThat(head.getBytes("frontier")).isEqualTo(frontier.encode());
      }
      return frontier.size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(ResultSet row, Frontier frontier, Map<String, Header> last)
      throws SQLException {
    byte[] encoded = row.getBytes("header");
    Header header = Header.decode(encoded);
    var stream = header.facts().stream();
    assertThat(row.getLong("leaf_index")).isEqualTo(frontier.size());
    assertThat(stream.aggregateId()).isEqualTo(row.getString("aggregate_id"));
    assertThat(stream.sequence()).isEqualTo(row.getLong("seq"));
    assertThat(header.facts().timestampMillis()).isEqualTo(row.getLong("recorded_at_ms"));
    assertThat(header.payloadCommitment())
        .isEqualTo(PayloadCommitment.of(row.getBytes("salt"), row.getBytes("payload")));
    Header before = last.put(stream.aggregateId(), header);
    assertThat(stream.sequence())
        .isEqualTo(before == null ? 0 : before.facts().stream().sequence() + 1);
    assertThat(header.previous()).isEqualTo(before == null ? RecordHash.ZERO : before.leafHash());
    assertThat(header.leafHash().bytes()).isEqualTo(row.getBytes("leaf_hash"));
    frontier.append(header.leafHash());
  }
}
