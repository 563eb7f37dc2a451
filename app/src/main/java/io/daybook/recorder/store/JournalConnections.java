package io.daybook.recorder.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections that belong to the journal alone, outside of any pool. */
@FunctionalInterface
public interface JournalConnections {
  /**
   * Opens a new connection to PostgreSQL.
   *
   * @throws SQLException if the database cannot be reached
   */
  Connection open() throws SQLException;
}
