package io.daybook.kyb.casefile;

import io.daybook.ledger.IdFormat;

/** Identifies a KYB case: {@code kyb_} and 26 Crockford base-32 characters. */
public record KybCaseId(String value) {
  /** Checks the format. */
  public KybCaseId {
    IdFormat.check("kyb", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
