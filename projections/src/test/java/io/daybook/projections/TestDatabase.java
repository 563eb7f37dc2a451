package io.daybook.projections;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.projections.shared.Row;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** One PostgreSQL server for all tests of this JVM, with the migrations of this module. */
final class TestDatabase {
  private static final DataSource SHARED = start();

  private TestDatabase() {}

  /** Returns the database with empty tables. */
  static DataSource emptied() {
    JdbcClient jdbc = JdbcClient.create(SHARED);
    jdbc.sql("truncate read." + String.join(", read.", tables(jdbc))).update();
    return SHARED;
  }

  static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql(
            "select table_name from information_schema.tables"
                + " where table_schema = 'read' and table_type = 'BASE TABLE' order by table_name")
        .query(Row.mapper(row -> row.text("table_name")))
        .list();
  }

  private static DataSource start() {
    try {
      var settings = new HikariConfig();
      // Server and pool end with the JVM.
      settings.setDataSource(EmbeddedPostgres.builder().start().getPostgresDatabase());
      var database = new HikariDataSource(settings);
      JdbcClient.create(database).sql("create role daybook_app nologin").update();
      var migrations = new ResourceDatabasePopulator(migrations());
      migrations.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
      migrations.execute(database);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scripts in the order of their versions, which their names have in equal width. */
  private static Resource[] migrations() throws IOException {
    Resource[] scripts =
        new PathMatchingResourcePatternResolver().getResources("classpath:db/read/V*.sql");
    Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
    return scripts;
  }
}
