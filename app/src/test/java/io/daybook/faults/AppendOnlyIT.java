package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.IntegrationTest;
import io.daybook.database.DataFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody changes the journal of a running Daybook, whatever role he signs in as. */
@IntegrationTest
class AppendOnlyIT {
  private static final String DENIED = "42501";
  private static final String CHECK_VIOLATED = "23514";

  @Autowired private DataFolder folder;

  @ParameterizedTest
  @ValueSource(strings = {"daybook_app", "daybook_erasure"})
  void aRoleOfTheApplicationHasNoRightToChange(String role) throws Exception {
    for (String table : List.of("records", "checkpoints", "tile_roots", "head")) {
      assertRefused(role, "delete from journal." + table, DENIED);
      assertRefused(role, "truncate journal." + table, DENIED);
    }
    assertRefused(role, "update journal.records set leaf_index = leaf_index + 1", DENIED);
    assertRefused(role, "update journal.records set event_id = 'x'", DENIED);
    assertRefused(role, "update journal.checkpoints set note = 'x'", DENIED);
    assertRefused(role, "alter table journal.records disable trigger all", DENIED);
    assertRefused(role, "drop table journal.records", DENIED);
  }

  @Test
  void theApplicationMayNotEvenChangeAPayload() throws Exception {
    assertRefused("daybook_app", "update journal.records set payload = '\\x00'", DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daybook_owner", "postgres"})
  void theTriggersStopThoseWhoHaveTheRight(String role) throws Exception {
    assertRefused(role, "update journal.records set payload = '\\x00'", DENIED);
    assertRefused(role, "update journal.records set seq = seq + 1", DENIED);
    assertRefused(role, "delete from journal.records", DENIED);
    assertRefused(role, "truncate journal.records cascade", DENIED);
    assertRefused(role, "update journal.checkpoints set note = 'x'", DENIED);
    assertRefused(role, "delete from journal.checkpoints", DENIED);
    assertRefused(role, "delete from journal.head", DENIED);
  }

  @Test
  void aReplicasSessionDoesNotSilenceTheTriggers() throws Exception {
    assertRefused(
        "postgres", "set session_replication_role = replica; delete from journal.records", DENIED);
  }

  @Test
  void theHeadOnlyGrows() throws Exception {
    assertRefused("daybook_app", "update journal.head set size = size - 1", CHECK_VIOLATED);
    assertRefused(
        "daybook_app", "update journal.head set size = size + 1, origin = 'other'", CHECK_VIOLATED);
  }

  @Test
  void noCheckpointIsBeyondTheJournalsEnd() throws Exception {
    assertRefused(
        "daybook_app",
        "insert into journal.checkpoints (size, note) select size + 1, 'x' from journal.head",
        CHECK_VIOLATED);
  }

  @Test
  void aLeafHashIsThatOfItsHeader() throws Exception {
    assertRefused(
        "daybook_app",
        """
        insert into journal.records
          select size, null, 'x_1', 0, 'evt_x', 0, 'x', null, 'application/json',
            null, null, '\\x80', '\\x8e01', sha256('other')
          from journal.head
        """,
        CHECK_VIOLATED);
  }

  private void assertRefused(String role, String sql, String state)
      throws IOException, SQLException {
    try (var tables = JournalTables.open(folder.path(), role)) {
      assertThatThrownBy(() -> tables.execute(sql))
          .as(role + ": " + sql)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
  }
}
