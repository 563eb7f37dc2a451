package io.daybook.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL for tests without Spring: one server per JVM, as many databases as wanted.
 *
 * <p>Each {@link #migrated} database is new, has all migrations, and belongs to its test alone.
 */
public final class EmbeddedDatabase {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final String name;

  private EmbeddedDatabase(String name) {
    this.name = name;
  }

  /** Returns a new database with all migrations. */
  public static EmbeddedDatabase migrated() {
    EmbeddedDatabase database = empty();
    Flyway.configure()
        .dataSource(database.owner())
        .locations("classpath:db")
        .defaultSchema("migrations")
        .load()
        .migrate();
    return database;
  }

  /** Returns a new database without any schema of ours. */
  public static EmbeddedDatabase empty() {
    EmbeddedDatabase database = new EmbeddedDatabase("test_" + COUNTER.incrementAndGet());
    executeAsSuperuser("create database " + database.name + " owner daybook_owner");
    return database;
  }

  /** Returns connections as the role that the application has; not pooled. */
  public DataSource application() {
    return as(DatabaseRole.APPLICATION);
  }

  /** Returns connections as the role that owns the schemas; not pooled. */
  public DataSource owner() {
    return as(DatabaseRole.OWNER);
  }

  /** Returns connections as the role that deletes personal data; not pooled. */
  public DataSource erasure() {
    return as(DatabaseRole.ERASURE);
  }

  /** Returns the JDBC URL without user and password. */
  public String url() {
    return Server.POSTGRES.urlOf(name);
  }

  /** Runs one statement with all rights, outside of any test database. */
  public static void executeAsSuperuser(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                Server.POSTGRES.urlOf("postgres"),
                DatabaseRole.SUPERUSER.sqlName(),
                Server.POSTGRES.passwordOf(DatabaseRole.SUPERUSER));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private DataSource as(DatabaseRole role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    dataSource.setUser(role.sqlName());
    dataSource.setPassword(Server.POSTGRES.passwordOf(role));
    return dataSource;
  }

  /** Started by the first test that needs it, stopped with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory(Path.of("target"), "postgres-");
        SharedPrograms.lend(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(DataFolder.open(folder), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres postgres, Path folder) {
      postgres.close();
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
