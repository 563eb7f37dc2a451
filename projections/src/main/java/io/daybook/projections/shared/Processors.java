package io.daybook.projections.shared;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Axon's processors of the projections, asked for late: they are set up after them. */
final class Processors {
  private final Supplier<EventProcessingConfiguration> configuration;

  Processors(Supplier<EventProcessingConfiguration> configuration) {
    this.configuration = configuration;
  }

  Optional<StreamingEventProcessor> find(String projection) {
    return configuration.get().eventProcessor(projection, StreamingEventProcessor.class);
  }

  /** Returns where the processor of {@code projection} keeps its tokens. */
  TokenStore tokens(String projection) {
    return configuration.get().tokenStore(projection);
  }

  /** Returns the transactions in which the processor of {@code projection} works. */
  TransactionManager transactions(String projection) {
    return configuration.get().transactionManager(projection);
  }

  /**
   * Returns the index of the last event up to which all segments that run here have read and
   * committed, -1 before the first; nothing if none runs here.
   *
   * <p>Unlike the positions table it also counts the events that the projection has no use for.
   */
  OptionalLong position(String projection) {
    return statuses(projection).stream().mapToLong(Processors::position).min();
  }

  Collection<EventTrackerStatus> statuses(String projection) {
    return find(projection)
        .filter(StreamingEventProcessor::isRunning)
        .map(processor -> List.copyOf(processor.processingStatus().values()))
        .orElse(List.of());
  }

  private static long position(EventTrackerStatus status) {
    // A replay that has read nothing yet says 0 itself, as if it had read the first event.
    TrackingToken token = WrappedToken.unwrapLowerBound(status.getTrackingToken());
    return token == null ? -1 : token.position().orElse(-1);
  }
}
