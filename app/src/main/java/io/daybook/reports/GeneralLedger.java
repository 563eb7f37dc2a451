package io.daybook.reports;

import java.time.Instant;
import java.util.List;

/**
 * All postings of a period, and the accounts as they were at its end.
 *
 * @param position up to where the journal is in it
 * @param lines in the order of their entries
 */
public record GeneralLedger(
    Period period,
    Instant createdAt,
    long position,
    List<AccountSum> accounts,
    List<JournalLine> lines) {
  /** Copies the lists. */
  public GeneralLedger {
    accounts = List.copyOf(accounts);
    lines = List.copyOf(lines);
  }
}
