package io.daybook.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections, not pooled, that act as a role whoever signs in. */
final class RoleConnections extends DriverManagerDataSource {
  private final DatabaseRole role;

  RoleConnections(
      String url, @Nullable String username, @Nullable String password, DatabaseRole role) {
    this.role = role;
    setUrl(url);
    if (username != null) {
      setUsername(username);
    }
    if (password != null) {
      setPassword(password);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set role " + role.sqlName());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
