package io.daybook.projections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;

/** Hands events to the projections one after the other, without processors. */
final class Deliveries implements AutoCloseable {
  private final List<TrackedEventMessage<?>> delivered = new ArrayList<>();
  private final ProjectionBeans beans;
  private final List<AnnotationEventHandlerAdapter> handlers;

  Deliveries() {
    beans =
        new ProjectionBeans(
            () -> {
              throw new IllegalStateException("no processors");
            },
            delivered::size,
            (index, count) -> List.copyOf(delivered).subList((int) index, delivered.size()),
            Clock.systemUTC());
    handlers = beans.projections().stream().map(AnnotationEventHandlerAdapter::new).toList();
  }

  ProjectionBeans beans() {
    return beans;
  }

  <T> T get(Class<T> type) {
    return beans.get(type);
  }

  void deliver(List<?> events) {
    events.forEach(this::deliver);
  }

  /** Delivers one event, recorded a second after the one before. */
  void deliver(Object event) {
    int position = delivered.size();
    var message =
        new GenericTrackedDomainEventMessage<>(
            new GlobalSequenceTrackingToken(position),
            new GenericDomainEventMessage<>(
                "Test",
                "test",
                position,
                new GenericMessage<>("event " + position, event, Map.of("actor", "tester")),
                () -> Story.START.plusSeconds(position)));
    delivered.add(message);
    hand(message);
  }

  /** Delivers the event at {@code position} once more. */
  void redeliver(int position) {
    hand(delivered.get(position));
  }

  int count() {
    return delivered.size();
  }

  private void hand(TrackedEventMessage<?> message) {
    for (AnnotationEventHandlerAdapter handler : handlers) {
      try {
        if (handler.canHandle(message)) {
          handler.handle(message);
        }
      } catch (Exception e) {
        throw new IllegalStateException("event " + message.getPayload(), e);
      }
    }
  }

  @Override
  public void close() {
    beans.close();
  }
}
