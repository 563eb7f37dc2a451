package io.daybook.projections.audit;

import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Keeps one row for each event, of whatever type. */
@ProcessingGroup(ProjectionNames.AUDIT)
final class AuditProjection {
  private static final Table ACTIVITY =
      Table.named("activity")
          .numbers("position")
          .texts("event_id", "aggregate_type", "aggregate_id")
          .numbers("aggregate_sequence")
          .texts("event_type", "actor")
          .times("occurred_at");

  private final Writes writes;
  private final PositionWriter positions;

  AuditProjection(Writes writes, PositionWriter positions) {
    this.writes = writes;
    this.positions = positions;
  }

  @EventHandler
  void on(Object event, EventMessage<?> message, TrackingToken token) {
    Recorded at = positions.reached(ProjectionNames.AUDIT, token, message.getTimestamp());
    writes.change(rows -> fill(rows.add(ACTIVITY), event, message, at));
  }

  @ResetHandler
  void reset() {
    writes.empty(ACTIVITY);
    positions.forget(ProjectionNames.AUDIT);
  }

  private static void fill(Draft row, Object event, EventMessage<?> message, Recorded at) {
    row.set("position", at.position())
        .set("event_id", message.getIdentifier())
        .set("event_type", event.getClass().getSimpleName())
        .set("occurred_at", at.time())
        .set("actor", actor(message));
    if (message instanceof DomainEventMessage<?> origin) {
      row.set("aggregate_type", origin.getType())
          .set("aggregate_id", origin.getAggregateIdentifier())
          .set("aggregate_sequence", origin.getSequenceNumber());
    }
  }

  private static @Nullable String actor(EventMessage<?> message) {
    Object actor = message.getMetaData().get("actor");
    return actor == null ? null : actor.toString();
  }
}
