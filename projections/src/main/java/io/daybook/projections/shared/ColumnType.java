package io.daybook.projections.shared;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a read model holds, and how a whole column of many rows becomes one parameter.
 *
 * <p>What PostgreSQL can read from text, and no projection calculates with, is kept as text.
 */
enum ColumnType {
  TEXT("text", "text"),
  NUMBER("bigint", "bigint"),
  INTEGER("integer", "integer"),
  FLAG("boolean", "boolean"),
  TIME("text", "timestamptz"),
  DATE("text", "date"),
  INTEGERS("text", "integer[]"),
  BIG_NUMBER("text", "numeric");

  private final String sent;
  private final String stored;

  ColumnType(String sent, String stored) {
    this.sent = sent;
    this.stored = stored;
  }

  /** Returns the placeholder of an array of this type. */
  String placeholder() {
    return "?::" + sent + "[]";
  }

  /** Returns the SQL that makes the stored value of {@code column}. */
  String cast(String column) {
    return sent.equals(stored) ? column : column + "::" + stored;
  }

  /**
   * Returns {@code value} as a {@link Draft} keeps it.
   *
   * @throws ClassCastException if it is not of this type
   */
  Object kept(Object value) {
    return switch (this) {
      case TEXT -> Column.text((String) value);
      case NUMBER -> (Long) value;
      case INTEGER -> (Integer) value;
      case FLAG -> (Boolean) value;
      case TIME -> Column.time((Instant) value).toString();
      case DATE -> Column.date((LocalDate) value).toString();
      case INTEGERS -> literal((Collection<?>) value);
      case BIG_NUMBER -> (BigDecimal) value;
    };
  }

  /** Reads what {@link #kept} returned from the row's column {@code number}, counted from 1. */
  @Nullable Object read(ResultSet row, int number) throws SQLException {
    return switch (this) {
      case TEXT, TIME, DATE, INTEGERS -> row.getString(number);
      case NUMBER -> orNull(row.getLong(number), row);
      case INTEGER -> orNull(row.getInt(number), row);
      case FLAG -> orNull(row.getBoolean(number), row);
      case BIG_NUMBER -> row.getBigDecimal(number);
    };
  }

  /** Returns the values of the column {@code index} in all {@code rows} as one parameter. */
  Object parameter(List<Draft> rows, int index) {
    return switch (this) {
      case NUMBER -> rows.stream().map(row -> row.value(index)).toArray(Long[]::new);
      case INTEGER -> rows.stream().map(row -> row.value(index)).toArray(Integer[]::new);
      case FLAG -> rows.stream().map(row -> row.value(index)).toArray(Boolean[]::new);
      case TEXT, TIME, DATE, INTEGERS, BIG_NUMBER -> texts(rows, index);
    };
  }

  private static @Nullable String[] texts(List<Draft> rows, int index) {
    var texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = rows.get(i).value(index);
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  private static String literal(Collection<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static @Nullable Object orNull(Object value, ResultSet row) throws SQLException {
    return row.wasNull() ? null : value;
  }
}
