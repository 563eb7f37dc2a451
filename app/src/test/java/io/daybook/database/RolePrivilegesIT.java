package io.daybook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolePrivilegesIT {
  private static final String DENIED = "42501";

  private static EmbeddedDatabase database;

  @BeforeAll
  static void migrate() {
    database = EmbeddedDatabase.migrated();
  }

  @Test
  void theApplicationChangesNoSchemaOfOurs() {
    assertDenied(database.application(), "create table security.extra (id int)");
    assertDenied(database.application(), "alter table security.users add column extra int");
    assertDenied(database.application(), "drop table bridge.token_entry");
  }

  @Test
  void theApplicationDeletesNoUserAndReadsNoMigration() {
    assertDenied(database.application(), "delete from security.users");
    assertDenied(database.application(), "select * from migrations.flyway_schema_history");
  }

  @Test
  void theApplicationHasNoWayToMorePower() {
    assertDenied(database.application(), "set role daybook_owner");
    assertDenied(database.application(), "create role helper superuser");
    assertDenied(database.application(), "set session authorization postgres");
  }

  @Test
  void theApplicationMakesTheTablesOfTheWorkflowEngine() throws SQLException {
    execute(database.application(), "create table public.act_test (id int)");
    execute(database.application(), "drop table public.act_test");
  }

  @Test
  void theErasureRoleDeletesAndWritesNothing() throws SQLException {
    execute(database.erasure(), "delete from security.users where id = 'nobody'");
    assertDenied(database.erasure(), "update security.users set roles = array['ADMIN']");
    assertDenied(database.erasure(), "delete from bridge.token_entry");
  }

  private static void assertDenied(DataSource role, String sql) {
    assertThatThrownBy(() -> execute(role, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(sql).isEqualTo(DENIED));
  }

  private static void execute(DataSource role, String sql) throws SQLException {
    try (Connection connection = role.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
