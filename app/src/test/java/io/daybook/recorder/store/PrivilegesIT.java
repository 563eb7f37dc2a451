package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivilegesIT {
  private static final String DENIED = "42501";

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @BeforeEach
  void writeSomething() {
    try (var ledger = new TestLedger(database)) {
      ledger.send(new Count(new CounterId("counter"), "step"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daybook_app     | UPDATE journal.records SET payload_type = 'x'
          daybook_app     | UPDATE journal.records SET payload = NULL, salt = NULL
          daybook_app     | DELETE FROM journal.records
          daybook_app     | DELETE FROM journal.records WHERE false
          daybook_app     | TRUNCATE journal.records
          daybook_app     | DELETE FROM journal.head
          daybook_app     | UPDATE journal.head SET only_row = true
          daybook_app     | INSERT INTO journal.head (size, root, frontier) VALUES (0, '', '')
          daybook_app     | UPDATE journal.checkpoints SET note = 'x'
          daybook_app     | DELETE FROM journal.tile_roots
          daybook_app     | ALTER TABLE journal.records DISABLE TRIGGER ALL
          daybook_app     | DROP TABLE journal.records
          daybook_owner   | UPDATE journal.records SET payload_type = 'x'
          daybook_owner   | UPDATE journal.records SET payload = NULL, salt = NULL
          daybook_owner   | DELETE FROM journal.records
          daybook_owner   | TRUNCATE journal.records
          daybook_owner   | TRUNCATE journal.checkpoints
          daybook_owner   | TRUNCATE journal.head
          daybook_erasure | UPDATE journal.records SET payload_type = 'x'
          daybook_erasure | UPDATE journal.records SET payload = 'x'
          daybook_erasure | UPDATE journal.records SET payload = 'x', salt = salt
          daybook_erasure | DELETE FROM journal.records
          daybook_erasure | INSERT INTO journal.checkpoints (size, note) VALUES (1, 'x')
          """)
  void nobodyChangesWhatWasRecorded(String role, String statement) {
    assertThatThrownBy(() -> execute(role, statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    assertThat(TestChecks.check(database)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE journal.head SET size = 1
          UPDATE journal.head SET size = size
          UPDATE journal.head SET size = size + 1, origin = 'another'
          INSERT INTO journal.records SELECT leaf_index + 5, aggregate_type, 'x', 0, 'x', 0, \
          'x', NULL, 'x', payload, salt, metadata, header, sha256('') FROM journal.records LIMIT 1
          INSERT INTO journal.records SELECT leaf_index + 5, aggregate_type, 'x', -1, 'x', 0, \
          'x', NULL, 'x', payload, salt, metadata, header, leaf_hash FROM journal.records LIMIT 1
          """)
  void theApplicationCannotWriteNonsense(String statement) {
    assertThatThrownBy(() -> execute("daybook_app", statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
  }

  @Test
  void anErasureRemovesPayloadAndSaltTogether() throws SQLException {
    execute(
        "daybook_erasure",
        "UPDATE journal.records SET payload = NULL, salt = NULL WHERE leaf_index = 1");

    assertThatThrownBy(() ->
            execute(
                "daybook_erasure",
                "UPDATE journal.records SET payload = 'x', salt = sha256('')"
                    + " WHERE leaf_index = 1"))
        .hasMessageContaining("append-only");
  }

  private void execute(String role, String sql) throws SQLException {
    try (var connection = database.dataSource(role).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
