package io.daybook.ledger.book;

import io.daybook.ledger.IdFormat;

/** Identifies a journal entry: {@code ent_} and 26 Crockford base-32 characters. */
public record EntryId(String value) {
  /** Checks the format. */
  public EntryId {
    IdFormat.check("ent", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
