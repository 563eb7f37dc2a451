package io.daybook.reconciliation;

import io.daybook.ledger.book.AccountId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * How a statement compares with the ledger.
 *
 * @param from the first moment of the statement's period
 * @param until the first moment after it
 * @param sha256 of the statement's file, in lower-case hexadecimal digits
 * @param lines how many lines the statement has
 * @param matched how many of them the ledger has too
 */
public record Comparison(
    AccountId account,
    Currency currency,
    Instant from,
    Instant until,
    String sha256,
    int lines,
    int matched,
    List<Difference> differences) {
  /** Copies the list. */
  public Comparison {
    differences = List.copyOf(differences);
  }
}
