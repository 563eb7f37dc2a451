package io.daybook.ledger.wallet;

import io.daybook.ledger.IdFormat;

/** Identifies an account that payouts go to: {@code pac_} and 26 Crockford base-32 characters. */
public record PayoutAccountId(String value) {
  /** Checks the format. */
  public PayoutAccountId {
    IdFormat.check("pac", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
