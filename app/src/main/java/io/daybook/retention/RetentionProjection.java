package io.daybook.retention;

import io.daybook.projections.shared.Column;
import io.daybook.retention.ArchiveEvent.ShowArchived;
import io.daybook.retention.RetentionEvent.DataExpired;
import io.daybook.retention.RetentionEvent.DataExported;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.retention.RetentionEvent.ErasureCompleted;
import io.daybook.retention.RetentionEvent.ErasureProposed;
import io.daybook.retention.RetentionEvent.ErasureRecorded;
import io.daybook.retention.RetentionEvent.ErasureWithdrawn;
import io.daybook.retention.RetentionEvent.LegalHoldPlaced;
import io.daybook.retention.RetentionEvent.LegalHoldProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleaseProposed;
import io.daybook.retention.RetentionEvent.LegalHoldReleased;
import io.daybook.retention.RetentionEvent.LegalHoldWithdrawn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each erasure, each legal hold and each archived show. */
@ProcessingGroup(RetentionProjection.GROUP)
final class RetentionProjection {
  static final String GROUP = "retention";

  private final JdbcClient jdbc;

  RetentionProjection(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(RetentionEvent event, TrackingToken token, @Timestamp Instant time) {
    long position = token.position().orElseThrow();
    OffsetDateTime at = Column.time(time);
    switch (event) {
      case ErasureProposed proposed -> add(proposed, position, at);
      case ErasureWithdrawn withdrawn ->
          erasure(withdrawn.erasure(), position, "state = 'WITHDRAWN'", Map.of());
      case ErasureApproved approved ->
          erasure(
              approved.erasure(),
              position,
              "state = 'APPROVED', approved_by = :by, approved_at = :at",
              Map.of("by", approved.approvedBy().value(), "at", at));
      case ErasureRecorded recorded ->
          erasure(
              recorded.erasure(),
              position,
              "state = 'RECORDED', keys = keys + :keys, records = records + :records",
              Map.of("keys", recorded.keys().size(), "records", recorded.records().size()));
      case ErasureCompleted completed ->
          erasure(
              completed.erasure(),
              position,
              "state = 'COMPLETED', completed_at = :at",
              Map.of("at", at));
      case LegalHoldProposed proposed -> add(proposed, position, at);
      case LegalHoldPlaced placed ->
          hold(placed.hold(), position, at, new Change("PLACED", placed.approvedBy().value()));
      case LegalHoldWithdrawn withdrawn -> withdraw(withdrawn, position, at);
      case LegalHoldReleaseProposed proposed ->
          hold(proposed.hold(), position, at, new Change("RELEASE_PROPOSED", null));
      case LegalHoldReleased released ->
          hold(
              released.hold(), position, at, new Change("RELEASED", released.approvedBy().value()));
      // Both are in the list of all that happened.
      case DataExported _, DataExpired _ -> {}
    }
  }

  @EventHandler
  void on(ShowArchived archived, @Timestamp Instant time) {
    jdbc.sql(
            """
            insert into read.archived_shows (show_id, archived_at) values (?, ?)
            on conflict do nothing\
            """)
        .params(archived.show().value(), Column.time(time))
        .update();
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.erasures").update();
    jdbc.sql("delete from read.legal_holds").update();
    jdbc.sql("delete from read.archived_shows").update();
  }

  private void add(ErasureProposed event, long position, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into read.erasures
              (erasure_id, person_id, level, classes, basis, state, proposed_by, proposed_at,
               created_position, position)
            values (:id, :person, :level, :classes, :basis, 'PROPOSED', :by, :at, :position,
              :position)
            on conflict do nothing\
            """)
        .param("id", event.erasure().value())
        .param("person", event.person().value())
        .param("level", event.scope().level().name())
        .param("classes", event.scope().classes().stream().map(Enum::name).toArray(String[]::new))
        .param("basis", event.basis().name())
        .param("by", event.proposedBy().value())
        .param("at", at)
        .param("position", position)
        .update();
  }

  private void erasure(ErasureId id, long position, String assignments, Map<String, ?> params) {
    jdbc.sql(
            "update read.erasures set position = :position, "
                + assignments
                + " where erasure_id = :id and position < :position")
        .params(params)
        .param("id", id.value())
        .param("position", position)
        .update();
  }

  private void add(LegalHoldProposed event, long position, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into read.legal_holds
              (hold_id, person_id, reference, state, proposed_by, proposed_at, changed_at,
               created_position, position)
            values (:id, :person, :reference, 'PROPOSED', :by, :at, :at, :position, :position)
            on conflict do nothing\
            """)
        .param("id", event.hold().value())
        .param("person", event.person().value())
        .param("reference", event.reference())
        .param("by", event.proposedBy().value())
        .param("at", at)
        .param("position", position)
        .update();
  }

  /** A hold's next state, and who approved it, if somebody did. */
  private record Change(String state, @Nullable String by) {}

  private void hold(LegalHoldId id, long position, OffsetDateTime at, Change change) {
    jdbc.sql(
            """
            update read.legal_holds set position = :position, state = :state, changed_at = :at,
              approved_by = coalesce(cast(:by as text), approved_by)
            where hold_id = :id and position < :position\
            """)
        .param("id", id.value())
        .param("position", position)
        .param("state", change.state())
        .param("at", at)
        .param("by", change.by())
        .update();
  }

  private void withdraw(LegalHoldWithdrawn event, long position, OffsetDateTime at) {
    jdbc.sql(
            """
            update read.legal_holds set position = :position, changed_at = :at,
              state = case state when 'RELEASE_PROPOSED' then 'PLACED' else 'WITHDRAWN' end
            where hold_id = :id and position < :position\
            """)
        .param("id", event.hold().value())
        .param("position", position)
        .param("at", at)
        .update();
  }
}
