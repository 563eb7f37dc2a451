package io.daybook.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of an installation with an embedded server, as one of its roles sees them. */
final class JournalTables implements AutoCloseable {
  private final Connection connection;
  private final String url;
  private final String password;

  private JournalTables(Connection connection, String url, String password) {
    this.connection = connection;
    this.url = url;
    this.password = password;
  }

  /** Signs in as {@code role} with the password from the data folder. */
  static JournalTables open(Path data, String role) throws IOException, SQLException {
    String start = "127.0.0.1:*:*:" + role + ":";
    String password =
        Files.readAllLines(data.resolve("pgpass")).stream()
            .filter(line -> line.startsWith(start))
            .map(line -> line.substring(start.length()))
            .findFirst()
            .orElseThrow();
    String port = Files.readString(data.resolve("database.port")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/daybook";
    return new JournalTables(DriverManager.getConnection(url, role, password), url, password);
  }

  String url() {
    return url;
  }

  String password() {
    return password;
  }

  long number(String query) throws SQLException {
    return Long.parseLong(texts(query).getFirst());
  }

  /** Returns the first column. */
  List<String> texts(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns how many events of a type the journal has. */
  long events(String type) throws SQLException {
    return number("select count(*) from journal.records where payload_type = '" + type + "'");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
