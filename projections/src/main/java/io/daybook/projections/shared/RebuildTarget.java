package io.daybook.projections.shared;

import java.util.Arrays;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** One projection that is rebuilt: its own handlers, and the token of its processor. */
final class RebuildTarget {
  private final String name;
  private final AnnotationEventHandlerAdapter handlers;
  private final StreamingEventProcessor processor;
  private final TokenStore tokens;

  RebuildTarget(String name, Object projection, Processors processors) {
    this.name = name;
    this.handlers = new AnnotationEventHandlerAdapter(projection);
    this.processor = processors.find(name).orElseThrow();
    this.tokens = processors.tokens(name);
  }

  String name() {
    return name;
  }

  StreamingEventProcessor processor() {
    return processor;
  }

  void handle(EventMessage<?> event) throws Exception {
    if (handlers.canHandle(event)) {
      handlers.handle(event);
    }
  }

  void reset() {
    handlers.prepareReset();
  }

  /**
   * Takes the token and notes that the projection has read all up to {@code position}, in the
   * database transaction that runs: whoever comes for the token waits until it ends.
   *
   * @param end the last event that was recorded when the rebuild began, until which the token says
   *     that it is a replay
   * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if another
   *     process has it
   */
  void reached(long position, long end) {
    TrackingToken token =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(end), new GlobalSequenceTrackingToken(position));
    int[] segments = tokens.fetchSegments(name);
    if (segments.length == 0) {
      tokens.initializeTokenSegments(name, 1, token);
    }
    for (int segment : segments) {
      tokens.fetchToken(name, segment);
      tokens.storeToken(token, name, segment);
    }
  }

  void release() {
    Arrays.stream(tokens.fetchSegments(name))
        .forEach(segment -> tokens.releaseClaim(name, segment));
  }
}
