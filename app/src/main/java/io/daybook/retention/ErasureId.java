package io.daybook.retention;

import io.daybook.ledger.IdFormat;

/** Identifies an erasure: {@code ers_} and 26 Crockford base-32 characters. */
public record ErasureId(String value) {
  /** Checks the format. */
  public ErasureId {
    IdFormat.check("ers", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
