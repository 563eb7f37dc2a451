package io.daybook.database;

import static io.daybook.database.EmbeddedDatabase.executeAsSuperuser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ExternalDatabaseIT {
  private static final String PASSWORD = "a password";

  private final EmbeddedDatabase database = EmbeddedDatabase.empty();

  @Test
  void aUserWhoMayCreateRolesGetsThoseThatAreMissing() throws SQLException {
    PGSimpleDataSource creator = user("creator", "createrole");
    executeAsSuperuser("grant daybook_app, daybook_erasure to creator with admin option");

    ExternalRoles.ensure(creator, "creator");
    ExternalRoles.ensure(creator, "creator");

    try (Connection connection = creator.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatCode(() -> statement.execute("set role daybook_app")).doesNotThrowAnyException();
    }
  }

  @Test
  void aUserWhoMayNotIsToldWhatAnAdministratorMustRun() {
    PGSimpleDataSource powerless = user("powerless", "nocreaterole");

    assertThatThrownBy(() -> ExternalRoles.ensure(powerless, "powerless"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("GRANT daybook_app TO \"powerless\";");
  }

  @Test
  void aDatabaseOutOfReachIsNamed() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/daybook");

    assertThatThrownBy(() -> ExternalRoles.ensure(nowhere, "anybody"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  private PGSimpleDataSource user(String name, String right) {
    executeAsSuperuser("create role %s login %s password '%s'".formatted(name, right, PASSWORD));
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(name);
    dataSource.setPassword(PASSWORD);
    assertThat(dataSource.getUrl()).contains("test_");
    return dataSource;
  }
}
