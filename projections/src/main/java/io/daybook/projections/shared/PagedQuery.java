package io.daybook.projections.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that is read page by page in the order of a unique number that never changes.
 *
 * <p>Pages are found by that number and not by counting rows, so rows that are added meanwhile
 * neither repeat nor hide others.
 *
 * @param <T> what a row becomes
 */
public final class PagedQuery<T> {
  private final String table;
  private final String key;
  private final boolean ascending;
  private final RowMapper<T> mapper;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> params = new LinkedHashMap<>();

  private PagedQuery(String table, String key, boolean ascending, Row.Reader<T> reader) {
    this.table = table;
    this.key = key;
    this.ascending = ascending;
    this.mapper = Row.mapper(reader);
  }

  /** Starts a list of {@code table} with the highest {@code key} first. */
  public static <T> PagedQuery<T> newestFirst(String table, String key, Row.Reader<T> reader) {
    return new PagedQuery<>(table, key, false, reader);
  }

  /** Starts a list of {@code table} with the lowest {@code key} first. */
  public static <T> PagedQuery<T> oldestFirst(String table, String key, Row.Reader<T> reader) {
    return new PagedQuery<>(table, key, true, reader);
  }

  /**
   * Keeps the rows that meet {@code condition}, which is SQL with the parameter {@code name}; never
   * a caller's text.
   */
  public PagedQuery<T> where(String condition, String name, Object value) {
    conditions.add(condition);
    params.put(name, value instanceof String text ? Column.text(text) : value);
    return this;
  }

  /** Keeps the rows that meet {@code condition}, which is SQL without parameters. */
  public PagedQuery<T> where(String condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * Reads one page.
   *
   * @throws InvalidCursorException if the request's cursor is not one of this list
   */
  public Page<T> page(JdbcClient jdbc, PageRequest request) {
    String after = request.after();
    if (after != null) {
      String condition = key + (ascending ? " > " : " < ") + ":page_after";
      where(condition, "page_after", Cursor.decode(table, after).key());
    }
    params.put("page_rows", request.limit() + 1);
    List<Keyed<T>> rows = jdbc.sql(sql()).params(params).query(this::keyed).list();
    boolean hasMore = rows.size() > request.limit();
    List<Keyed<T>> kept = hasMore ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        kept.stream().map(Keyed::row).toList(),
        hasMore ? new Cursor(table, kept.getLast().key()).encoded() : null,
        hasMore);
  }

  private String sql() {
    String filter = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    String order = " order by " + key + (ascending ? " asc" : " desc");
    return "select * from " + table + filter + order + " limit :page_rows";
  }

  private Keyed<T> keyed(ResultSet columns, int number) throws SQLException {
    return new Keyed<>(columns.getLong(key), mapper.mapRow(columns, number));
  }

  private record Keyed<T>(long key, T row) {}
}
