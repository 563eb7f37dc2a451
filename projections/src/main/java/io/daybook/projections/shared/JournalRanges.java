package io.daybook.projections.shared;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads long parts of the journal: a port to the recorder. */
public interface JournalRanges {
  /**
   * Returns up to {@code count} durable events from {@code index} on, decoded and in their order;
   * fewer only if the journal has no more.
   */
  List<TrackedEventMessage<?>> read(long index, int count);
}
