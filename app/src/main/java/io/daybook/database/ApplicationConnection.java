package io.daybook.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where, and as whom, the connections of the pool sign in to the embedded server. */
record ApplicationConnection(String url, String username, String password)
    implements JdbcConnectionDetails {
  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getUsername() {
    return username;
  }

  @Override
  public String getPassword() {
    return password;
  }
}
