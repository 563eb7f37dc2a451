package io.daybook.ledger.money;

import java.util.Currency;

/** Two amounts of different currencies were combined, which is a defect of the caller. */
public final class CurrencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CurrencyMismatchException(Currency expected, Currency actual) {
    super("expected an amount in " + expected + ", got " + actual);
  }
}
