package io.daybook.projections.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the projections have read, and how far that is behind the journal. */
public final class ProjectionPositions {
  private static final long NONE = -1;
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

  private final JdbcClient jdbc;
  private final Processors processors;
  private final ProjectionRebuilds rebuilds;
  private final JournalHead journal;
  private final Clock clock;
  private final ProjectionFailures failures;

  ProjectionPositions(
      JdbcClient jdbc,
      Processors processors,
      ProjectionRebuilds rebuilds,
      JournalHead journal,
      Clock clock,
      ProjectionFailures failures) {
    this.jdbc = jdbc;
    this.processors = processors;
    this.rebuilds = rebuilds;
    this.journal = journal;
    this.clock = clock;
    this.failures = failures;
  }

  /** Returns the index of the last event that {@code projection} has read; -1 before the first. */
  public long position(String projection) {
    OptionalLong rebuilt = rebuilds.position(projection);
    return rebuilt.isPresent() ? rebuilt.getAsLong() : followed(projection);
  }

  private long followed(String projection) {
    return processors
        .position(projection)
        .orElseGet(() -> written(projection).map(Recorded::position).orElse(NONE));
  }

  /**
   * Waits until all {@code projections} have read the event at {@code minPosition}.
   *
   * @param timeout zero looks once
   * @return whether they have; false also if the thread was interrupted, which stays so
   */
  public boolean awaitPosition(Collection<String> projections, long minPosition, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    for (String projection : projections) {
      while (position(projection) < minPosition) {
        long left = end - System.nanoTime();
        if (left <= 0 || Thread.currentThread().isInterrupted()) {
          return false;
        }
        LockSupport.parkNanos(Math.min(left, LOOK_AGAIN_NANOS));
      }
    }
    return true;
  }

  /** Whether a projection has not read all yet that it had read before it was rebuilt. */
  public boolean areIncomplete() {
    return ProjectionNames.ALL.stream().anyMatch(this::isIncomplete);
  }

  private boolean isIncomplete(String projection) {
    return isBeingRebuilt(projection) && position(projection) + 1 < journal.size();
  }

  private boolean isBeingRebuilt(String projection) {
    if (rebuilds.progress(projection).isPresent()) {
      return true;
    }
    Collection<EventTrackerStatus> segments = processors.statuses(projection);
    // A reset takes the position away, and only then may the processor start again.
    return segments.isEmpty() ? written(projection).isEmpty() : isReplaying(segments);
  }

  /** Axon says so until the next new event, however long ago the last old one was read. */
  private static boolean isReplaying(Collection<EventTrackerStatus> segments) {
    return segments.stream().anyMatch(EventTrackerStatus::isReplaying);
  }

  /** Returns the status of every projection. */
  public List<ProjectionStatus> findAll() {
    return ProjectionNames.ALL.stream().map(this::status).toList();
  }

  /** Returns the status of {@code projection}, or nothing if there is no such projection. */
  public Optional<ProjectionStatus> find(String projection) {
    return ProjectionNames.ALL.stream().filter(projection::equals).findFirst().map(this::status);
  }

  private ProjectionStatus status(String projection) {
    // The position first: the journal only grows, so the lag can't come out negative.
    long position = position(projection);
    long lagEvents = Math.max(0, journal.size() - (position + 1));
    Collection<EventTrackerStatus> segments = processors.statuses(projection);
    Optional<RebuildProgress> rebuild = rebuilds.progress(projection);
    return new ProjectionStatus(
        projection,
        position,
        lagEvents,
        lagEvents == 0 ? 0 : lagSeconds(projection, position),
        !segments.isEmpty(),
        lagEvents > 0 && (rebuild.isPresent() || isReplaying(segments)),
        rebuild.orElse(null),
        failures.find(projection).orElse(null));
  }

  private long lagSeconds(String projection, long position) {
    Instant since =
        journal
            .timeOf(position + 1)
            .or(() -> written(projection).map(Recorded::time))
            .orElseGet(clock::instant);
    return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
  }

  private Optional<Recorded> written(String projection) {
    return jdbc.sql("select position, event_time_ms from read.positions where projection = ?")
        .param(projection)
        .query(
            Row.mapper(row ->
                new Recorded(
                    row.number("position"), Instant.ofEpochMilli(row.number("event_time_ms")))))
        .optional();
  }
}
