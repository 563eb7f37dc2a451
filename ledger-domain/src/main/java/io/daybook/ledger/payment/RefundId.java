package io.daybook.ledger.payment;

import io.daybook.ledger.IdFormat;

/** Identifies a refund: {@code rfd_} and 26 Crockford base-32 characters. */
public record RefundId(String value) {
  /** Checks the format. */
  public RefundId {
    IdFormat.check("rfd", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
