package io.daybook.projections.shared;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Rebuilds projections: empties their tables and replays the journal from its first event. */
public final class ProjectionRebuilds {
  private final Processors processors;
  private final Lock oneAtATime = new ReentrantLock();

  ProjectionRebuilds(Processors processors) {
    this.processors = processors;
  }

  /**
   * Starts to rebuild {@code projection}; it answers from what it has read so far until it has
   * caught up. Tables and position are emptied in one transaction.
   *
   * @throws IllegalArgumentException if there is no such projection
   */
  public void rebuild(String projection) {
    StreamingEventProcessor processor =
        processors
            .find(projection)
            .filter(found -> ProjectionNames.ALL.contains(projection))
            .orElseThrow(() -> new IllegalArgumentException("no such projection: " + projection));
    oneAtATime.lock();
    try {
      processor.shutDown();
      processor.resetTokens();
    } finally {
      processor.start();
      oneAtATime.unlock();
    }
  }
}
