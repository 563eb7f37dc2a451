package io.daybook.projections.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes many rows of a table with one statement. */
final class RowStore {
  private final JdbcClient jdbc;
  private final Map<Table, TableSql> sqlByTable = new ConcurrentHashMap<>();

  RowStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts into {@code drafts} the rows of {@code table} with {@code keys}, or that there is none.
   */
  void load(Table table, Collection<RowKey> keys, Drafts drafts) {
    keys.forEach(key -> drafts.put(key, null));
    boolean isPair = table.keyFields().size() == 2;
    List<Object> parameters =
        isPair
            ? List.of(
                texts(keys.stream().map(RowKey::first)), texts(keys.stream().map(RowKey::second)))
            : List.of((Object) texts(keys.stream().map(RowKey::first)));
    jdbc.sql(sql(table).load())
        .params(parameters)
        .query((row, number) -> read(table, row))
        .list()
        .forEach(row ->
            drafts.put(
                isPair ? table.row(text(row, 0), text(row, 1)) : table.row(text(row, 0)), row));
  }

  /** Inserts rows; one whose key is there already is left as it is. */
  void insert(Table table, List<Draft> rows) {
    jdbc.sql(sql(table).insert()).params(columns(table, rows)).update();
  }

  /** Updates rows that were loaded in the same database transaction. */
  void update(Table table, List<Draft> rows) {
    int updated = jdbc.sql(sql(table).update()).params(columns(table, rows)).update();
    if (updated != rows.size()) {
      throw new IncorrectUpdateSemanticsDataAccessException(
          "%d of %d rows of %s were there".formatted(updated, rows.size(), table.name()));
    }
  }

  /** Deletes the rows whose first column is one of {@code owners}. */
  void delete(Table table, Collection<String> owners) {
    jdbc.sql(sql(table).delete()).params(List.of((Object) texts(owners.stream()))).update();
  }

  /** Empties tables at once. */
  void truncate(Table... tables) {
    // Whoever reads one for long, such as a dump, would hold up all who come after.
    jdbc.sql("set local lock_timeout = '5s'").update();
    jdbc.sql(Stream.of(tables).map(Table::name).collect(Collectors.joining(", ", "truncate ", "")))
        .update();
  }

  private TableSql sql(Table table) {
    return sqlByTable.computeIfAbsent(table, TableSql::of);
  }

  private static List<Object> columns(Table table, List<Draft> rows) {
    return IntStream.range(0, table.fields().size())
        .mapToObj(index -> table.fields().get(index).type().parameter(rows, index))
        .toList();
  }

  private static Draft read(Table table, ResultSet row) throws SQLException {
    var values = new @Nullable Object[table.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.fields().get(i).type().read(row, i + 1);
    }
    return Draft.read(table, values);
  }

  private static String text(Draft row, int index) {
    return String.valueOf(row.value(index));
  }

  private static String[] texts(Stream<String> texts) {
    return texts.toArray(String[]::new);
  }
}
