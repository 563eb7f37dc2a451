package io.daybook.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Daybook's own PostgreSQL in its data folder, with its roles and the database {@code daybook}. */
final class EmbeddedPostgres implements AutoCloseable {
  static final String DATABASE = "daybook";

  private static final String FOLDER = "postgres";

  private final PostgresServer server;
  private final RolePasswords passwords;

  private EmbeddedPostgres(PostgresServer server, RolePasswords passwords) {
    this.server = server;
    this.passwords = passwords;
  }

  /**
   * Starts the server in {@code folder}, making whatever is missing.
   *
   * @param configuredPort see {@link DatabaseProperties#port}
   */
  static EmbeddedPostgres start(DataFolder folder, @Nullable Integer configuredPort) {
    return start(folder, configuredPort, PostgresPrograms.unpackInto(folder.folder(FOLDER)));
  }

  /**
   * Starts the server as {@link #start(DataFolder, Integer)} does, with programs unpacked before.
   */
  static EmbeddedPostgres start(
      DataFolder folder, @Nullable Integer configuredPort, PostgresPrograms programs) {
    RolePasswords passwords = RolePasswords.in(folder);
    PostgresCluster cluster =
        new PostgresCluster(folder.folder(FOLDER).resolve("cluster"), programs);
    cluster.prepare(passwords.of(DatabaseRole.SUPERUSER));
    cluster.stopOrphan();
    PostgresServer server =
        new PostgresServer(cluster, programs, ServerPort.choose(folder, configuredPort));
    server.start();
    EmbeddedPostgres postgres = new EmbeddedPostgres(server, passwords);
    postgres.createRolesAndDatabase();
    return postgres;
  }

  String url() {
    return urlOf(DATABASE) + "?reWriteBatchedInserts=true&ApplicationName=daybook";
  }

  int port() {
    return server.port();
  }

  String passwordOf(DatabaseRole role) {
    return passwords.of(role);
  }

  @Override
  public void close() {
    server.close();
  }

  private void createRolesAndDatabase() {
    try (Connection connection =
            DriverManager.getConnection(
                urlOf("postgres"),
                DatabaseRole.SUPERUSER.sqlName(),
                passwordOf(DatabaseRole.SUPERUSER));
        Statement statement = connection.createStatement()) {
      for (DatabaseRole role : DatabaseRole.values()) {
        if (!exists(connection, "select from pg_roles where rolname = ?", role.sqlName())) {
          statement.execute(
              "create role %s login password '%s'".formatted(role.sqlName(), passwordOf(role)));
        }
      }
      if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
        statement.execute(
            "create database %s owner %s".formatted(DATABASE, DatabaseRole.OWNER.sqlName()));
      }
      statement.execute("revoke all on database %s from public".formatted(DATABASE));
      statement.execute(
          "grant connect on database %s to %s, %s"
              .formatted(
                  DATABASE, DatabaseRole.APPLICATION.sqlName(), DatabaseRole.ERASURE.sqlName()));
    } catch (SQLException e) {
      close();
      throw new StartRefused("The roles cannot be created: " + e.getMessage() + ".", e);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  String urlOf(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }
}
