package io.daybook.reconciliation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.EntryId;
import io.daybook.reconciliation.ReconciliationCommand.RecordComparison;
import io.daybook.reconciliation.ReconciliationCommand.ResolveDifference;
import io.daybook.reconciliation.ReconciliationError.AlreadyResolved;
import io.daybook.reconciliation.ReconciliationError.ReconciliationExistsWithDifferentContent;
import io.daybook.reconciliation.ReconciliationError.UnknownDifference;
import io.daybook.reconciliation.ReconciliationEvent.DifferenceResolved;
import io.daybook.reconciliation.ReconciliationEvent.ReconciliationCompleted;
import io.daybook.reconciliation.ReconciliationEvent.StatementCompared;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One statement, compared with the ledger, until each of its differences is resolved. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Reconciliation {
  @AggregateIdentifier private ReconciliationId id;
  private Comparison comparison;
  private final Map<Integer, Resolution> resolutions = new HashMap<>();

  Reconciliation() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordComparison command) {
    if (id == null) {
      apply(
          new StatementCompared(command.reconciliation(), command.comparison(), command.officer()));
      completeIfNothingIsOpen();
    } else if (!isOfTheSameStatement(command.comparison())) {
      throw new CommandRefused(new ReconciliationExistsWithDifferentContent(id));
    }
  }

  /** The ledger may have grown since, so a repeated command may see other differences. */
  private boolean isOfTheSameStatement(Comparison other) {
    return other.account().equals(comparison.account())
        && other.sha256().equals(comparison.sha256())
        && other.from().equals(comparison.from())
        && other.until().equals(comparison.until());
  }

  @CommandHandler
  void handle(ResolveDifference command) {
    if (command.number() < 1 || command.number() > comparison.differences().size()) {
      throw new CommandRefused(new UnknownDifference(id, command.number()));
    }
    @Nullable Resolution earlier = resolutions.get(command.number());
    if (earlier == null) {
      apply(resolved(command));
      completeIfNothingIsOpen();
    } else if (earlier != command.resolution()) {
      throw new CommandRefused(new AlreadyResolved(id, command.number()));
    }
  }

  private DifferenceResolved resolved(ResolveDifference command) {
    @Nullable EntryId entry =
        command.resolution() == Resolution.SUSPENSE
            ? new EntryId(DerivedId.of("ent", "reconciliation", id.value(), "" + command.number()))
            : null;
    return new DifferenceResolved(
        id,
        command.number(),
        command.resolution(),
        comparison.account(),
        comparison.differences().get(command.number() - 1).excess(),
        entry,
        command.officer());
  }

  private void completeIfNothingIsOpen() {
    if (resolutions.size() == comparison.differences().size()) {
      apply(new ReconciliationCompleted(id));
    }
  }

  @EventSourcingHandler
  void on(ReconciliationEvent event) {
    switch (event) {
      case StatementCompared compared -> {
        id = compared.reconciliation();
        comparison = compared.comparison();
      }
      case DifferenceResolved resolved -> resolutions.put(resolved.number(), resolved.resolution());
      case ReconciliationCompleted _ -> {
        // What is open follows from what was resolved.
      }
    }
  }
}
