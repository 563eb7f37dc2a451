package io.daybook.projections.shared;

import io.daybook.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** One row of a read model, in the values of the domain. */
public final class Row {
  private final ResultSet columns;

  private Row(ResultSet columns) {
    this.columns = columns;
  }

  /** Makes a view of one row. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Returns the view of {@code row}. */
    T read(Row row) throws SQLException;
  }

  /** Returns {@code reader} as Spring wants it. */
  public static <T> RowMapper<T> mapper(Reader<T> reader) {
    return (columns, number) -> reader.read(new Row(columns));
  }

  /** Returns a text that is always there. */
  public String text(String column) throws SQLException {
    return columns.getString(column);
  }

  /** Returns a text, or null. */
  public @Nullable String textOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  /** Returns what {@code type} makes of a text, such as an identifier. */
  public <T> T value(String column, Function<String, T> type) throws SQLException {
    return type.apply(columns.getString(column));
  }

  /** Returns what {@code type} makes of a text, or null where there is none. */
  public <T> @Nullable T valueOrNull(String column, Function<String, T> type) throws SQLException {
    String text = columns.getString(column);
    return text == null ? null : type.apply(text);
  }

  /** Returns a whole number. */
  public int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  /** Returns a long whole number. */
  public long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  /** Returns a long whole number, or null. */
  public @Nullable Long numberOrNull(String column) throws SQLException {
    long number = columns.getLong(column);
    return columns.wasNull() ? null : number;
  }

  /** Returns a whole number of any size. */
  public BigInteger bigNumber(String column) throws SQLException {
    BigDecimal number = columns.getBigDecimal(column);
    return number.toBigIntegerExact();
  }

  /** Returns a truth value. */
  public boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  /** Returns a truth value, or null. */
  public @Nullable Boolean flagOrNull(String column) throws SQLException {
    boolean flag = columns.getBoolean(column);
    return columns.wasNull() ? null : flag;
  }

  /** Returns an amount in the row's currency. */
  public Money money(String column) throws SQLException {
    return new Money(Currency.getInstance(text("currency")), columns.getLong(column));
  }

  /** Returns a time. */
  public Instant instant(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Returns a time, or null. */
  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Returns a day. */
  public LocalDate date(String column) throws SQLException {
    return columns.getObject(column, LocalDate.class);
  }

  /** Returns an array of texts. */
  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) columns.getArray(column).getArray());
  }

  /** Returns an array of whole numbers. */
  public Integer[] integers(String column) throws SQLException {
    return (Integer[]) columns.getArray(column).getArray();
  }
}
