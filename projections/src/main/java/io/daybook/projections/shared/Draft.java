package io.daybook.projections.shared;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row in memory, as it will be written; a column that nobody set is null. */
public final class Draft {
  private final Table table;
  private final @Nullable Object[] values;
  private final boolean isNew;
  private boolean isChanged;

  private Draft(Table table, @Nullable Object[] values, boolean isNew) {
    this.table = table;
    this.values = values;
    this.isNew = isNew;
  }

  /** Returns a row that the table does not have. */
  static Draft fresh(Table table) {
    return new Draft(table, new @Nullable Object[table.fields().size()], true);
  }

  /** Returns a row as the table has it. */
  static Draft read(Table table, @Nullable Object[] values) {
    return new Draft(table, values, false);
  }

  /**
   * Sets a column; text and times become what PostgreSQL can store.
   *
   * @throws IllegalArgumentException if the table has no such column
   * @throws ClassCastException if the column holds something else
   */
  public Draft set(String column, @Nullable Object value) {
    int index = table.index(column);
    values[index] = value == null ? null : table.fields().get(index).type().kept(value);
    isChanged = true;
    return this;
  }

  /** Returns the text in {@code column}, which must have one. */
  public String text(String column) {
    return (String) present(column);
  }

  /** Returns the number in {@code column}, which must have one. */
  public long number(String column) {
    return ((Number) present(column)).longValue();
  }

  /** Returns the whole number of 32 bits in {@code column}, which must have one. */
  public int integer(String column) {
    return (Integer) present(column);
  }

  /** Returns the truth value in {@code column}, which must have one. */
  public boolean flag(String column) {
    return (Boolean) present(column);
  }

  /** Returns the whole number of any size in {@code column}, which must have one. */
  public BigDecimal bigNumber(String column) {
    return (BigDecimal) present(column);
  }

  @Nullable Object value(int index) {
    return values[index];
  }

  boolean isNew() {
    return isNew;
  }

  /** Returns whether the table has the row, but with other values. */
  boolean isUpdate() {
    return isChanged && !isNew;
  }

  private Object present(String column) {
    return Objects.requireNonNull(values[table.index(column)], column);
  }
}
