package io.daybook.projections.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run through the journal that fills the tables of some projections again.
 *
 * <p>A thread reads and decodes the next range while the projections handle the present one side by
 * side. For each of them a range is one unit of work and one database transaction with rows,
 * position and token, so that the token always says what the rows have: whoever follows the journal
 * afterwards, also after a crash in the middle, goes on with the next event.
 */
final class Rebuild {
  private static final int RANGE = 8192;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final ThreadFactory READER =
      Thread.ofPlatform().name("rebuild-reader").daemon().factory();
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  private final List<RebuildTarget> targets;
  private final TransactionManager transactions;
  private final JournalRanges journal;
  private final JournalHead head;
  private final JdbcClient jdbc;
  private final long end;
  private final long startNanos = System.nanoTime();
  private long lineNanos = startNanos;
  private volatile long next;
  private volatile boolean isStopped;

  Rebuild(
      List<RebuildTarget> targets,
      TransactionManager transactions,
      JournalRanges journal,
      JournalHead head,
      JdbcClient jdbc) {
    this.targets = targets;
    this.transactions = transactions;
    this.journal = journal;
    this.head = head;
    this.jdbc = jdbc;
    this.end = head.size() - 1;
  }

  boolean isOf(String projection) {
    return targets.stream().anyMatch(target -> target.name().equals(projection));
  }

  /** Returns the index of the last event whose rows are all committed; -1 before the first. */
  long position() {
    return next - 1;
  }

  RebuildProgress progress() {
    long read = next;
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    long remaining = Math.max(0, head.size() - read);
    double perSecond = read / seconds;
    return new RebuildProgress(
        Math.round(perSecond), remaining, read == 0 ? 0 : (long) Math.ceil(remaining / perSecond));
  }

  /** Lets the run end after the range that it handles. */
  void stop() {
    isStopped = true;
  }

  /** Empties the tables and sets the tokens before the first event, in one transaction. */
  void begin() {
    inTransaction(() -> {
      for (RebuildTarget target : targets) {
        target.reached(-1, end);
        target.reset();
      }
    });
  }

  /** Handles all events that are recorded when it gets there. */
  void run() throws InterruptedException, ExecutionException {
    try (var reader = Executors.newSingleThreadExecutor(READER);
        var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<TrackedEventMessage<?>>> ahead = reader.submit(() -> journal.read(0, RANGE));
      boolean isLast = false;
      while (!isLast && !isStopped) {
        List<TrackedEventMessage<?>> range = ahead.get();
        long after = next + range.size();
        isLast = range.size() < RANGE;
        if (!isLast) {
          ahead = reader.submit(() -> journal.read(after, RANGE));
        }
        if (!range.isEmpty()) {
          handle(range, writers);
          next = after;
          report();
        }
      }
    }
    LOG.info("{} {}", isStopped ? "Stopped the rebuild of" : "Rebuilt", summary());
  }

  /** Lets others have the tokens. */
  void release() {
    inTransaction(() -> targets.forEach(RebuildTarget::release));
  }

  private void handle(List<TrackedEventMessage<?>> range, ExecutorService writers)
      throws InterruptedException, ExecutionException {
    List<Future<?>> written = new ArrayList<>();
    for (RebuildTarget target : targets) {
      written.add(writers.submit(() -> handle(range, target)));
    }
    for (Future<?> rows : written) {
      rows.get();
    }
  }

  private void handle(List<TrackedEventMessage<?>> range, RebuildTarget target) {
    long last = range.getLast().trackingToken().position().orElseThrow();
    inTransaction(() -> {
      // Plans for nearly empty tables would be kept while the tables grow.
      jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
      target.reached(last, end);
      for (EventMessage<?> event : range) {
        target.handle(event);
      }
    });
  }

  private void inTransaction(Work work) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    try {
      unit.attachTransaction(transactions);
      work.run();
    } catch (Throwable e) {
      unit.rollback(e);
      throw unchecked(e);
    }
    unit.commit();
  }

  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  private void report() {
    long now = System.nanoTime();
    if (now - lineNanos >= BETWEEN_LINES.toNanos()) {
      lineNanos = now;
      LOG.info("Rebuilding {}", summary());
    }
  }

  private String summary() {
    RebuildProgress progress = progress();
    return "%s: %,d events, %,d/s, %,d remain (%,d s)."
        .formatted(
            targets.stream().map(RebuildTarget::name).collect(Collectors.joining(", ")),
            next,
            progress.eventsPerSecond(),
            progress.remainingEvents(),
            progress.remainingSeconds());
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
