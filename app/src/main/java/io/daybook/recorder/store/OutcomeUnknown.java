package io.daybook.recorder.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The recorder stopped while it could not find out whether events became durable.
 *
 * <p>A retry with the same ids settles it: to the same effect, once.
 */
public final class OutcomeUnknown extends EventStoreException {
  private static final long serialVersionUID = 1L;

  OutcomeUnknown(String message) {
    super(message);
  }
}
