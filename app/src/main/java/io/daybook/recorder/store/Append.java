package io.daybook.recorder.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work on their way to the journal: all of them or none become durable.
 *
 * <p>It remembers the appends that its decisions were made on before those were durable. If one of
 * them fails, this one must fail too.
 *
 * <p>It also remembers where the streams ended that were read for it, which spares the writer to
 * look. That may be out of date: then the journal's own constraints refuse it, and it is {@link
 * #doubt() doubted}.
 */
final class Append {
  private final List<PendingRecord> records;
  private final Set<String> aggregateIds;
  private final CompletableFuture<Long> outcome = new CompletableFuture<>();
  private volatile List<Append> predecessors;
  private Map<String, StreamHead> assumedHeads;
  private volatile boolean failed;

  /** An append that was decided on nothing but what is durable. */
  Append(List<PendingRecord> records) {
    this(records, List.of(), Map.of());
  }

  Append(
      List<PendingRecord> records, List<Append> predecessors, Map<String, StreamHead> headsRead) {
    this.records = List.copyOf(records);
    this.aggregateIds =
        records.stream().map(PendingRecord::aggregateId).collect(Collectors.toUnmodifiableSet());
    this.predecessors = List.copyOf(predecessors);
    this.assumedHeads = assumedHeads(records, headsRead);
  }

  List<PendingRecord> records() {
    return records;
  }

  Set<String> aggregateIds() {
    return aggregateIds;
  }

  /**
   * Returns where a stream of this ended when it was decided, null if that has to be looked up: a
   * stream that it begins did not exist.
   */
  @Nullable StreamHead assumedHead(String id) {
    return assumedHeads.get(id);
  }

  private static Map<String, StreamHead> assumedHeads(
      List<PendingRecord> records, Map<String, StreamHead> headsRead) {
    var heads = new HashMap<String, StreamHead>();
    for (PendingRecord row : records) {
      if (row.sequence() == 0) {
        heads.put(row.aggregateId(), StreamHead.NONE);
      }
    }
    heads.putAll(headsRead);
    return heads;
  }

  /** Believes nothing any more that was read before; called by the writer alone. */
  void doubt() {
    assumedHeads = Map.of();
  }

  List<String> eventIds() {
    return records.stream().map(row -> row.facts().eventId()).toList();
  }

  /** Tells whether this was decided on an append that failed, or for which {@code fails} holds. */
  boolean isDecidedOn(Predicate<Append> fails) {
    for (Append predecessor : predecessors) {
      if (predecessor.failed || fails.test(predecessor)) {
        return true;
      }
    }
    return false;
  }

  boolean isDecidedOnFailure() {
    return isDecidedOn(predecessor -> false);
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /** Makes the failure visible to those who decide on it, before anybody is told. */
  void markFailed() {
    failed = true;
  }

  void succeed(long lastLeafIndex) {
    predecessors = List.of(); // Else a busy aggregate's appends would hold each other in memory.
    outcome.complete(lastLeafIndex);
  }

  void fail(RuntimeException reason) {
    failed = true;
    predecessors = List.of();
    outcome.completeExceptionally(reason);
  }

  /**
   * Waits until the outcome is known, whatever interrupts come: what may become durable must not be
   * rolled back.
   *
   * @return the leaf index of the last event
   */
  long await() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }

  /** Waits until the outcome is known; tells whether the events are durable. */
  boolean awaitDurable() {
    try {
      outcome.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }
}
