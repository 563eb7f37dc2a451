package io.daybook.reconciliation;

import io.daybook.ledger.IdFormat;

/** Identifies a reconciliation: {@code rcn_} and 26 Crockford base-32 characters. */
public record ReconciliationId(String value) {
  /** Checks the format. */
  public ReconciliationId {
    IdFormat.check("rcn", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
