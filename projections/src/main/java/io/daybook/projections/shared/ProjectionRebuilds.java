package io.daybook.projections.shared;

import io.daybook.projections.shared.RebuildRefused.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rebuilds projections: empties their tables, reads the journal once for all of them in large
 * ranges, and lets them follow it again.
 */
public final class ProjectionRebuilds implements ApplicationListener<ContextClosedEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRebuilds.class);
  private static final Duration FOLLOWING_AT_MOST = Duration.ofSeconds(10);
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

  private final Processors processors;
  private final Function<String, Object> projections;
  private final JournalRanges journal;
  private final JournalHead head;
  private final JdbcClient jdbc;
  private final AtomicReference<@Nullable Rebuild> current = new AtomicReference<>();
  private volatile @Nullable Thread thread;
  private volatile boolean isClosed;

  ProjectionRebuilds(
      Processors processors,
      Function<String, Object> projections,
      JournalRanges journal,
      JournalHead head,
      JdbcClient jdbc) {
    this.processors = processors;
    this.projections = projections;
    this.journal = journal;
    this.head = head;
    this.jdbc = jdbc;
  }

  /**
   * Starts to rebuild {@code names}, and returns when their tables are empty. They answer from what
   * was read so far until they have caught up; the others do not notice.
   *
   * @throws IllegalArgumentException if there is no such projection
   * @throws RebuildRefused if it cannot begin now; nothing was changed then
   */
  public void rebuild(Collection<String> names) {
    List<RebuildTarget> targets = names.stream().distinct().map(this::target).toList();
    if (targets.isEmpty()) {
      return;
    }
    var rebuild =
        new Rebuild(
            targets, processors.transactions(targets.getFirst().name()), journal, head, jdbc);
    if (!current.compareAndSet(null, rebuild)) {
      throw new RebuildRefused(Reason.UNDER_WAY);
    }
    try {
      stopFollowing(targets);
      rebuild.begin();
    } catch (UnableToClaimTokenException e) {
      giveUp(targets);
      throw new RebuildRefused(Reason.FOLLOWED_ELSEWHERE, e);
    } catch (CannotAcquireLockException e) {
      giveUp(targets);
      throw new RebuildRefused(Reason.TABLES_IN_USE, e);
    } catch (RuntimeException e) {
      giveUp(targets);
      throw e;
    }
    thread = Thread.ofPlatform().name("rebuild").start(() -> run(rebuild, targets));
  }

  /** Returns how far the rebuild of {@code projection} is, or nothing if none is under way. */
  Optional<RebuildProgress> progress(String projection) {
    return underWay(projection).map(Rebuild::progress);
  }

  /** Returns up to where {@code projection} is rebuilt, or nothing if it is not being rebuilt. */
  OptionalLong position(String projection) {
    return underWay(projection).stream().mapToLong(Rebuild::position).findFirst();
  }

  /** Stops a rebuild after its present range; the next start goes on from there. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    isClosed = true;
    Rebuild rebuild = current.get();
    Thread running = thread;
    if (rebuild == null || running == null) {
      return;
    }
    rebuild.stop();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Rebuild> underWay(String projection) {
    return Optional.ofNullable(current.get()).filter(rebuild -> rebuild.isOf(projection));
  }

  private RebuildTarget target(String projection) {
    if (!ProjectionNames.ALL.contains(projection)) {
      throw new IllegalArgumentException("no such projection: " + projection);
    }
    return new RebuildTarget(projection, projections.apply(projection), processors);
  }

  private void run(Rebuild rebuild, List<RebuildTarget> targets) {
    try {
      rebuild.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      LOG.error("A rebuild ended early; the projections follow the journal from where it was.", e);
    } finally {
      try {
        rebuild.release();
      } catch (RuntimeException e) {
        LOG.warn("The tokens are free when their claim ends.", e);
      }
      follow(targets);
      awaitFollowing(targets);
      current.set(null);
    }
  }

  private static void stopFollowing(List<RebuildTarget> targets) {
    CompletableFuture.allOf(
            targets.stream()
                .map(RebuildTarget::processor)
                .map(EventProcessor::shutdownAsync)
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void giveUp(List<RebuildTarget> targets) {
    follow(targets);
    current.set(null);
  }

  private void follow(List<RebuildTarget> targets) {
    if (!isClosed) {
      targets.stream().map(RebuildTarget::processor).forEach(EventProcessor::start);
    }
  }

  /**
   * Waits until the processors say where they are: until then only the rebuild knows that the
   * events at the end were read that its projections have no use for.
   */
  private void awaitFollowing(List<RebuildTarget> targets) {
    long end = System.nanoTime() + FOLLOWING_AT_MOST.toNanos();
    while (!isClosed
        && System.nanoTime() < end
        && targets.stream().anyMatch(target -> processors.statuses(target.name()).isEmpty())) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
