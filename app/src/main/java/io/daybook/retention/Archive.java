package io.daybook.retention;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.retention.ArchiveEvent.ShowArchived;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Whether a show is archived. */
@AggregateRoot
final class Archive {
  @AggregateIdentifier private @Nullable ArchiveId id;

  Archive() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ArchiveShow command) {
    if (id == null) {
      apply(new ShowArchived(command.archive(), command.show()));
    }
  }

  @EventSourcingHandler
  void on(ArchiveEvent event) {
    id = event.archive();
  }
}
