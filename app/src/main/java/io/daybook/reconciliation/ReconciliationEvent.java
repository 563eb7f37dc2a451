package io.daybook.reconciliation;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened in a reconciliation. */
public sealed interface ReconciliationEvent {
  /** Returns the reconciliation that it happened in. */
  ReconciliationId reconciliation();

  /** A statement was compared with the ledger. */
  record StatementCompared(
      ReconciliationId reconciliation, Comparison comparison, UserId comparedBy)
      implements ReconciliationEvent {}

  /**
   * Somebody found out what a difference is.
   *
   * @param excess by how much the statement exceeds the ledger; below zero if it is the other way
   * @param entry what is posted because of it; absent if nothing is
   */
  record DifferenceResolved(
      ReconciliationId reconciliation,
      int number,
      Resolution resolution,
      AccountId account,
      Money excess,
      @Nullable EntryId entry,
      UserId resolvedBy)
      implements ReconciliationEvent {}

  /** Nothing is open any more. */
  record ReconciliationCompleted(ReconciliationId reconciliation) implements ReconciliationEvent {}
}
