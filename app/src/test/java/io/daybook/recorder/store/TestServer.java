package io.daybook.recorder.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL for tests with Daybook's roles; each test class takes a database of its own. */
final class TestServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable TestServer shared;

  private final EmbeddedPostgres server;

  private TestServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Returns the server that all tests of this process share. */
  static synchronized TestServer shared() {
    if (shared == null) {
      shared = start(EmbeddedPostgres.builder());
    }
    return shared;
  }

  static TestServer start(EmbeddedPostgres.Builder builder) {
    try {
      var server = new TestServer(builder.start());
      server.execute("postgres", "postgres", "CREATE ROLE daybook_owner LOGIN PASSWORD 'test'");
      server.execute("postgres", "postgres", "CREATE ROLE daybook_app LOGIN PASSWORD 'test'");
      server.execute("postgres", "postgres", "CREATE ROLE daybook_erasure LOGIN PASSWORD 'test'");
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Creates a database with an empty journal. */
  TestDatabase newDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("postgres", "postgres", "CREATE DATABASE " + name + " OWNER daybook_owner");
    var database = new TestDatabase(server.getPort(), name);
    Flyway.configure()
        .dataSource(database.dataSource("daybook_owner"))
        .locations("classpath:db/migration/journal")
        .load()
        .migrate();
    return database;
  }

  /** Ends every connection to a database, as a fail-over does. */
  void terminateConnections(TestDatabase database) {
    execute(
        "postgres",
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database.name()
            + "'");
  }

  /** Runs a statement in a database as the owner of its tables. */
  void alter(TestDatabase database, String sql) {
    execute("daybook_owner", database.name(), sql);
  }

  /** Puts the journal's records, and what is added to them, on another disk. */
  void moveJournal(TestDatabase database, Path disk) {
    String name = database.name();
    execute("postgres", "postgres", "CREATE TABLESPACE " + name + " LOCATION '" + disk + "'");
    execute("postgres", name, "ALTER TABLE journal.records SET TABLESPACE " + name);
  }

  void moveJournalBack(TestDatabase database) {
    String name = database.name();
    execute("postgres", name, "ALTER TABLE journal.records SET TABLESPACE pg_default");
    execute("postgres", "postgres", "DROP TABLESPACE " + name);
  }

  private void execute(String user, String database, String sql) {
    try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(user, database));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One database. */
  record TestDatabase(int port, String name) {
    PGSimpleDataSource dataSource(String role) {
      var dataSource = new PGSimpleDataSource();
      dataSource.setServerNames(new String[] {"localhost"});
      dataSource.setPortNumbers(new int[] {port});
      dataSource.setDatabaseName(name);
      dataSource.setUser(role);
      dataSource.setPassword("test");
      return dataSource;
    }
  }
}
