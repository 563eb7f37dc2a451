package io.daybook.recorder.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The exceptions by which the journal refuses a single append. */
final class Refusals {
  private Refusals() {}

  /** Refuses an event that does not continue its stream, as Axon's own stores do. */
  static RuntimeException conflict(PendingRecord row, long expectedSequence) {
    if (row.sequence() == 0) {
      return new AggregateStreamCreationException(
          "stream " + row.aggregateId() + " exists up to sequence " + (expectedSequence - 1));
    }
    return new ConcurrencyException(
        "stream "
            + row.aggregateId()
            + " goes on with sequence "
            + expectedSequence
            + ", not with "
            + row.sequence());
  }

  /** Refuses what was decided on events that did not become durable. */
  static RuntimeException decidedOnFailure() {
    return new ConcurrencyException("decided on events that did not become durable");
  }

  /** Refuses an event whose id the journal has already. */
  static RuntimeException duplicate(String eventId) {
    return new EventStoreException("event " + eventId + " is in the journal already");
  }
}
