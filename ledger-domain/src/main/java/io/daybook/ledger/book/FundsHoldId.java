package io.daybook.ledger.book;

import io.daybook.ledger.IdFormat;

/** Identifies money set aside in a book: {@code fhd_} and 26 Crockford base-32 characters. */
public record FundsHoldId(String value) {
  /** Checks the format. */
  public FundsHoldId {
    IdFormat.check("fhd", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
