package io.daybook.recorder.publication;

import io.daybook.journal.proof.Receipt;
import java.util.Collection;
import java.util.Optional;

/** Receipts of what happened to somebody's things, to be checked without us. */
public final class Receipts {
  private final PublishedLog log;

  Receipts(PublishedLog log) {
    this.log = log;
  }

  /**
   * Returns a receipt of everything that happened to the given aggregates, as text.
   *
   * @param aggregateIds at least one
   * @return absent if nothing did, or something so recently that no checkpoint covers it yet
   */
  public Optional<String> of(Collection<String> aggregateIds) {
    return log.receipt(aggregateIds).map(Receipt::format);
  }
}
