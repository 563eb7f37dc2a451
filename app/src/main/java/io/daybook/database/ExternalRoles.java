package io.daybook.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Creates the roles on an external server, where the migrating user may do so. */
final class ExternalRoles {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private ExternalRoles() {}

  /**
   * Creates what is missing and lets {@code applicationUser} act as the application's role.
   *
   * @throws StartRefused if that takes rights that the migrating user does not have; the message
   *     has the statements for an administrator
   */
  static void ensure(DataSource migrations, @Nullable String applicationUser) {
    try (Connection connection = migrations.getConnection()) {
      for (DatabaseRole role : List.of(DatabaseRole.APPLICATION, DatabaseRole.ERASURE)) {
        if (!isTrue(connection, "select exists (select from pg_roles where rolname = ?)", role)) {
          execute(connection, "create role " + role.sqlName() + " nologin");
        }
      }
      letAct(connection, DatabaseRole.APPLICATION, applicationUser);
      letErase(connection, applicationUser);
    } catch (SQLException e) {
      throw refused(e, applicationUser);
    }
  }

  /** Who may not grant this names a user of its own for erasures ({@code daybook.erasure}). */
  private static void letErase(Connection connection, @Nullable String user) throws SQLException {
    try {
      letAct(connection, DatabaseRole.ERASURE, user);
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static void letAct(Connection connection, DatabaseRole role, @Nullable String user)
      throws SQLException {
    String acting = role.sqlName();
    if (user == null || user.equals(acting)) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_has_role(?, ?, 'SET')")) {
      statement.setString(1, user);
      statement.setString(2, acting);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          return;
        }
      }
    }
    execute(
        connection,
        "grant "
            + acting
            + " to "
            + connection.getMetaData().getIdentifierQuoteString()
            + user
            + connection.getMetaData().getIdentifierQuoteString());
  }

  private static boolean isTrue(Connection connection, String query, DatabaseRole role)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, role.sqlName());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static StartRefused refused(SQLException e, @Nullable String user) {
    if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
      return new StartRefused(
          "The database user may not create roles (%s). Let an administrator run: CREATE ROLE %s NOLOGIN; CREATE ROLE %s NOLOGIN; GRANT %s TO \"%s\";"
              .formatted(
                  e.getMessage(),
                  DatabaseRole.APPLICATION.sqlName(),
                  DatabaseRole.ERASURE.sqlName(),
                  DatabaseRole.APPLICATION.sqlName(),
                  user),
          e);
    }
    return new StartRefused("The database cannot be prepared: " + e.getMessage(), e);
  }
}
