package io.daybook.reconciliation;

import io.daybook.ledger.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a reconciliation can be asked. Each may be repeated: it then changes nothing. */
public sealed interface ReconciliationCommand {
  /** Returns the reconciliation that the command is for. */
  ReconciliationId reconciliation();

  /** Records how a statement compares with the ledger. */
  record RecordComparison(
      @TargetAggregateIdentifier ReconciliationId reconciliation,
      Comparison comparison,
      UserId officer)
      implements ReconciliationCommand {}

  /** Records what a difference turned out to be. */
  record ResolveDifference(
      @TargetAggregateIdentifier ReconciliationId reconciliation,
      int number,
      Resolution resolution,
      UserId officer)
      implements ReconciliationCommand {}
}
