package io.daybook.projections.shared;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes how far each projection has read, in the database transaction of its rows.
 *
 * <p>Within a unit of work one row is written, however many events the batch has.
 */
public final class PositionWriter {
  private static final String WRITE =
      """
      insert into read.positions as p (projection, position, event_time_ms, updated_at)
      values (:projection, :position, :time, now())
      on conflict (projection) do update
        set position = excluded.position, event_time_ms = excluded.event_time_ms, updated_at = now()
        where p.position < excluded.position
      """;

  private final JdbcClient jdbc;
  private final ProjectionFailures failures;

  PositionWriter(JdbcClient jdbc, ProjectionFailures failures) {
    this.jdbc = jdbc;
    this.failures = failures;
  }

  /**
   * Notes that {@code projection} handles the event at {@code token}, and returns where that is.
   *
   * @throws IllegalStateException if the token has no position
   */
  public Recorded reached(String projection, TrackingToken token, Instant time) {
    long position =
        token
            .position()
            .orElseThrow(() -> new IllegalStateException("a token without position: " + token));
    var recorded = new Recorded(position, time);
    if (CurrentUnitOfWork.isStarted()) {
      latest(projection, CurrentUnitOfWork.get().root(), recorded).set(recorded);
    } else {
      write(projection, recorded);
    }
    return recorded;
  }

  /** Forgets how far {@code projection} has read, because it starts again. */
  public void forget(String projection) {
    jdbc.sql("delete from read.positions where projection = ?").param(projection).update();
  }

  private AtomicReference<Recorded> latest(
      String projection, UnitOfWork<?> batch, Recorded recorded) {
    return batch.getOrComputeResource(
        "daybook.position." + projection,
        key -> {
          var latest = new AtomicReference<>(recorded);
          failures.watch(projection, batch);
          batch.onPrepareCommit(unit -> write(projection, latest.get()));
          return latest;
        });
  }

  private void write(String projection, Recorded recorded) {
    jdbc.sql(WRITE)
        .param("projection", projection)
        .param("position", recorded.position())
        .param("time", recorded.time().toEpochMilli())
        .update();
  }
}
