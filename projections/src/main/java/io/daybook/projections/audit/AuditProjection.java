package io.daybook.projections.audit;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each event, of whatever type. */
@ProcessingGroup(ProjectionNames.AUDIT)
final class AuditProjection {
  private static final String ADD =
      """
      insert into read.activity
        (position, event_id, aggregate_type, aggregate_id, aggregate_sequence, event_type,
         occurred_at, actor)
      values (:position, :event, cast(:aggregateType as text), cast(:aggregate as text),
        cast(:sequence as bigint), :type, :at, cast(:actor as text))
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final PositionWriter positions;

  AuditProjection(JdbcClient jdbc, PositionWriter positions) {
    this.jdbc = jdbc;
    this.positions = positions;
  }

  @EventHandler
  void on(Object event, EventMessage<?> message, TrackingToken token) {
    Recorded at = positions.reached(ProjectionNames.AUDIT, token, message.getTimestamp());
    DomainEventMessage<?> origin = message instanceof DomainEventMessage<?> domain ? domain : null;
    jdbc.sql(ADD)
        .param("position", at.position())
        .param("event", message.getIdentifier())
        .param("aggregateType", origin == null ? null : origin.getType())
        .param("aggregate", origin == null ? null : origin.getAggregateIdentifier())
        .param("sequence", origin == null ? null : origin.getSequenceNumber())
        .param("type", event.getClass().getSimpleName())
        .param("at", at.timeColumn())
        .param("actor", actor(message))
        .update();
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.activity").update();
    positions.forget(ProjectionNames.AUDIT);
  }

  private static @Nullable String actor(EventMessage<?> message) {
    Object actor = message.getMetaData().get("actor");
    return actor == null ? null : Column.text(actor.toString());
  }
}
