package io.daybook.ticketing.chain;

import io.daybook.ledger.IdFormat;

/** Identifies a remedy that somebody asked for: {@code rmd_} and 26 Crockford characters. */
public record RemedyId(String value) {
  /** Checks the format. */
  public RemedyId {
    IdFormat.check("rmd", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
