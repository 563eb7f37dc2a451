package io.daybook.ledger.payment;

import io.daybook.ledger.IdFormat;

/** Identifies a payment: {@code pay_} and 26 Crockford base-32 characters. */
public record PaymentId(String value) {
  /** Checks the format. */
  public PaymentId {
    IdFormat.check("pay", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
