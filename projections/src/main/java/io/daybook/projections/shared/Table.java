package io.daybook.projections.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of read models as projections write it: the columns that they fill, those of its key
 * first. Each table is one constant of its projection.
 */
public final class Table {
  private final String name;
  private final List<Field> fields;
  private final int keys;

  private Table(String name, List<Field> fields, int keys) {
    this.name = name;
    this.fields = fields;
    this.keys = keys;
  }

  record Field(String name, ColumnType type) {}

  /** Starts the description of the table {@code name} in schema {@code read}. */
  public static Table named(String name) {
    return new Table("read." + name, List.of(), 0);
  }

  /** Names the key by which rows are looked up again: one column of text. */
  public Table key(String column) {
    return new Table(name, texts(column).fields, 1);
  }

  /** Names the key by which rows are looked up again: two columns of text. */
  public Table key(String first, String second) {
    return new Table(name, texts(first, second).fields, 2);
  }

  /** Adds columns of text. */
  public Table texts(String... columns) {
    return with(ColumnType.TEXT, columns);
  }

  /** Adds columns of whole numbers of 64 bits. */
  public Table numbers(String... columns) {
    return with(ColumnType.NUMBER, columns);
  }

  /** Adds columns of whole numbers of 32 bits. */
  public Table integers(String... columns) {
    return with(ColumnType.INTEGER, columns);
  }

  /** Adds columns of truth values. */
  public Table flags(String... columns) {
    return with(ColumnType.FLAG, columns);
  }

  /** Adds columns of times. */
  public Table times(String... columns) {
    return with(ColumnType.TIME, columns);
  }

  /** Adds columns of days. */
  public Table dates(String... columns) {
    return with(ColumnType.DATE, columns);
  }

  /** Adds columns of lists of whole numbers of 32 bits. */
  public Table integerLists(String... columns) {
    return with(ColumnType.INTEGERS, columns);
  }

  /** Adds columns of whole numbers of any size. */
  public Table bigNumbers(String... columns) {
    return with(ColumnType.BIG_NUMBER, columns);
  }

  /** Returns the key of a row of this table, which has a key of one column. */
  public RowKey row(String key) {
    return new RowKey(this, key, "");
  }

  /** Returns the key of a row of this table, which has a key of two columns. */
  public RowKey row(String first, String second) {
    return new RowKey(this, first, second);
  }

  String name() {
    return name;
  }

  List<Field> fields() {
    return fields;
  }

  List<Field> keyFields() {
    return fields.subList(0, keys);
  }

  /**
   * Returns where {@code column} is.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  int index(String column) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name.equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + column);
  }

  private Table with(ColumnType type, String... columns) {
    List<Field> all = new ArrayList<>(fields);
    Stream.of(columns).map(column -> new Field(column, type)).forEach(all::add);
    return new Table(name, List.copyOf(all), keys);
  }
}
