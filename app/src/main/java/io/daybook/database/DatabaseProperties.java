package io.daybook.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the embedded PostgreSQL listens; without effect when {@code spring.datasource.url} is set.
 *
 * @param port the TCP port on 127.0.0.1. Absent: {@value #DEFAULT_PORT}, or a free one if that is
 *     taken. Zero: a free one. Either choice is kept in the data folder for later starts.
 */
@ConfigurationProperties("daybook.database")
record DatabaseProperties(@Nullable Integer port) {
  static final int DEFAULT_PORT = 54329;

  DatabaseProperties {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new StartRefused("daybook.database.port must be 0 to 65535, not " + port + ".");
    }
  }
}
