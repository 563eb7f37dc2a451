package io.daybook.ledger.wallet;

import io.daybook.ledger.IdFormat;

/** Identifies a payout: {@code pyo_} and 26 Crockford base-32 characters. */
public record PayoutId(String value) {
  /** Checks the format. */
  public PayoutId {
    IdFormat.check("pyo", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
