package io.daybook.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Everything that an installation holds, as bytes: its tables, its files and what it printed. */
final class Dump {
  private static final String TABLES =
      """
      select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname <> 'information_schema'
        and has_table_privilege(c.oid, 'select') order by 1\
      """;

  private Dump() {}

  /**
   * Copies each table, those of the system too, in PostgreSQL's binary format where there is one.
   */
  static Map<String, byte[]> tables(Path data) throws SQLException, IOException {
    var dump = new TreeMap<String, byte[]>();
    try (var tables = JournalTables.open(data, "postgres");
        var connection = DriverManager.getConnection(tables.url(), "postgres", tables.password())) {
      tables.execute("checkpoint");
      for (String table : tables.texts(TABLES)) {
        var out = new ByteArrayOutputStream();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (select * from " + table + ") to stdout" + format(table), out);
        dump.put(table, out.toByteArray());
      }
    }
    return dump;
  }

  /** Some of the system's types have no binary form. */
  private static String format(String table) {
    return table.startsWith("pg_catalog.") ? "" : " (format binary)";
  }

  /** Reads each file of the data folder: the cluster with its write-ahead log, keys, logs. */
  static Map<String, byte[]> files(Path data) {
    var dump = new TreeMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("programs-")) {
          dump.put(data.relativize(file).toString(), read(file));
        }
      }
      return dump;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What PostgreSQL removes meanwhile has nothing in it any more. */
  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Returns where a canary of {@code person} is, as {@code place: words}. */
  static List<String> places(Person person, Map<String, byte[]> dump) {
    return dump.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + person.foundIn(entry.getValue()))
        .filter(place -> !place.endsWith(": []"))
        .toList();
  }
}
