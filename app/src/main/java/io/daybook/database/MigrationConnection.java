package io.daybook.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** Where, and as whom, the migrations run. */
record MigrationConnection(String url, @Nullable String username, @Nullable String password)
    implements FlywayConnectionDetails {
  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public @Nullable String getUsername() {
    return username;
  }

  @Override
  public @Nullable String getPassword() {
    return password;
  }
}
