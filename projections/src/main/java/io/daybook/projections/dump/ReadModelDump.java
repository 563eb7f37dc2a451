package io.daybook.projections.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.projections.shared.ProjectionNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes balances, ticket owners and case states as text, each with the position that it is of, and
 * counts the rows of every table; all of one moment. The journal's format page describes the files.
 */
public final class ReadModelDump {
  private static final long NONE = -1;
  private static final int FETCH_ROWS = 1_000;

  private static final List<Model> MODELS =
      List.of(
          new Model(
              "accounts",
              ProjectionNames.BALANCES,
              """
              select book_id, account_id, kind, currency, debits_minor, credits_minor
              from read.accounts order by book_id collate "C", account_id collate "C"
              """),
          new Model(
              "tickets",
              ProjectionNames.TICKETS,
              """
              select ticket_id, show_id, ticket_type_id, serial, holder_id, state
              from read.tickets order by ticket_id collate "C"
              """),
          new Model(
              "cases",
              ProjectionNames.CASES,
              """
              select kyb_case_id, state from read.kyb_cases order by kyb_case_id collate "C"
              """));

  private static final Map<String, List<String>> TABLES =
      Map.of(
          ProjectionNames.BALANCES, List.of("read.accounts", "read.entries"),
          ProjectionNames.SHOWS, List.of("read.shows", "read.pools", "read.holds"),
          ProjectionNames.ORDERS, List.of("read.orders"),
          ProjectionNames.TICKETS, List.of("read.tickets"),
          ProjectionNames.PAYMENTS,
              List.of("read.payments", "read.refunds", "read.payouts", "read.payout_accounts"),
          ProjectionNames.CASES, List.of("read.kyb_cases"),
          ProjectionNames.AUDIT, List.of("read.activity"));

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;

  ReadModelDump(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  private record Model(String name, String projection, String query) {}

  /**
   * Writes one file for each model into {@code folder}, and returns a line for each table: name,
   * rows and position, parted by tabs.
   *
   * @throws IOException if a file cannot be written
   */
  public List<String> write(Path folder) throws IOException {
    try {
      return snapshot.execute(_ -> writeAll(folder));
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private List<String> writeAll(Path folder) {
    MODELS.forEach(model -> write(folder.resolve(model.name()), model));
    var counts = new ArrayList<String>();
    for (String projection : ProjectionNames.ALL) {
      long position = position(projection);
      for (String table : TABLES.getOrDefault(projection, List.of())) {
        counts.add(table + "\t" + rows(table) + "\t" + position);
      }
    }
    return List.copyOf(counts);
  }

  private void write(Path file, Model model) {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(model.name() + " " + position(model.projection()) + "\n");
      jdbc.sql(model.query())
          .withFetchSize(FETCH_ROWS)
          .query((RowCallbackHandler) row -> writeRow(row, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRow(ResultSet row, Writer out) throws SQLException {
    var columns = new StringJoiner("\t", "", "\n");
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      columns.add(row.getString(column));
    }
    try {
      out.write(columns.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long position(String projection) {
    return jdbc.sql("select position from read.positions where projection = ?")
        .param(projection)
        .query(Long.class)
        .optional()
        .orElse(NONE);
  }

  /** Counts the rows of a table, whose name is one of {@link #TABLES}. */
  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
