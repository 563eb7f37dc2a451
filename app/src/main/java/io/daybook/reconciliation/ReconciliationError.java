package io.daybook.reconciliation;

import io.daybook.ledger.DomainError;

/** Why a command for a reconciliation is refused, in order of precedence. */
public sealed interface ReconciliationError extends DomainError {
  /** The reconciliation's id is taken by one of another statement. */
  record ReconciliationExistsWithDifferentContent(ReconciliationId reconciliation)
      implements ReconciliationError {
    @Override
    public String code() {
      return "reconciliation_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "reconciliation " + reconciliation + " is of another statement";
    }
  }

  /** The reconciliation has no difference with this number. */
  record UnknownDifference(ReconciliationId reconciliation, int number)
      implements ReconciliationError {
    @Override
    public String code() {
      return "unknown_difference";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "reconciliation " + reconciliation + " has no difference " + number;
    }
  }

  /** The difference was resolved before, in another way. */
  record AlreadyResolved(ReconciliationId reconciliation, int number)
      implements ReconciliationError {
    @Override
    public String code() {
      return "already_resolved";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "difference " + number + " of " + reconciliation + " was resolved in another way";
    }
  }
}
