package io.daybook.recorder.keys;

import io.daybook.recorder.format.SystemEvent;
import io.daybook.recorder.store.Journal;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Records what happens to the journal itself, after whatever others record there meanwhile. */
public final class SystemRecords {
  private static final int ATTEMPTS = 20;

  private final EventStore store;

  SystemRecords(Journal journal) {
    this.store = journal.eventStore();
  }

  /**
   * Appends an event; it is durable when this returns.
   *
   * @param actor the user's id, or the name of a process
   */
  public void append(SystemEvent event, String actor) {
    for (int attempt = 1; ; attempt++) {
      long sequence = store.lastSequenceNumberFor(SystemEvent.STREAM).orElse(-1L) + 1;
      try {
        store.publish(
            new GenericDomainEventMessage<>(
                SystemEvent.STREAM,
                SystemEvent.STREAM,
                sequence,
                event,
                Map.of("actor", actor, "channel", "system")));
        return;
      } catch (ConcurrencyException | AggregateStreamCreationException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
