package io.daybook.journal.audit;

/** The rows that a read model must have at the moment, as the replayed events give them. */
interface ModelRows {
  /** Returns how many rows there are. */
  long count();

  /** Returns what the rows are sorted by. */
  String key(String[] columns);

  /** Returns the place of the row with the key of {@code columns}, or a negative number. */
  long find(String[] columns);

  /** Tells whether the row at {@code place} has exactly these columns. */
  boolean matches(long place, String[] columns);

  /**
   * Returns the first place from {@code place} (from 0) on that has a row, or a negative number.
   */
  long next(long place);

  /** Returns the index of the record that made the row at {@code place}. */
  long recordOf(long place);

  /** Returns the row at {@code place} as text; {@code record} is the payload that made it. */
  String describe(long place, StrictJson record);
}
