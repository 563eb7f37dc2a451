package io.daybook.retention;

import io.daybook.ledger.IdFormat;

/** Identifies a legal hold: {@code lgh_} and 26 Crockford base-32 characters. */
public record LegalHoldId(String value) {
  /** Checks the format. */
  public LegalHoldId {
    IdFormat.check("lgh", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
