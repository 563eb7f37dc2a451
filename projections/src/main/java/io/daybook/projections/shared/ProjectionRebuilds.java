package io.daybook.projections.shared;

import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Rebuilds projections: empties their tables and replays the journal from its first event. */
public final class ProjectionRebuilds {
  private final Processors processors;

  /** Asks for {@code processing} late, because Axon is set up after the projections. */
  public ProjectionRebuilds(Supplier<EventProcessingConfiguration> processing) {
    this.processors = new Processors(processing);
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
    processor.shutDown();
    try {
      processor.resetTokens();
    } finally {
      processor.start();
    }
  }
}
