package io.daybook.recorder.store;

/**
 * Tells the waiters how their appends ended, in an order that keeps decisions made ahead of
 * durability exact.
 *
 * <p>When an append fails, its aggregates in memory are wrong. They are forgotten before the append
 * stops being the one that new decisions are made on, so whoever still saw the wrong state has the
 * failed append among the predecessors and fails too.
 */
final class Outcomes {
  private final InFlight inFlight;
  private final AggregateCache cache;

  Outcomes(InFlight inFlight, AggregateCache cache) {
    this.inFlight = inFlight;
    this.cache = cache;
  }

  void submitted(Append append) {
    inFlight.add(append);
  }

  void succeeded(Append append, long lastLeafIndex) {
    inFlight.remove(append);
    append.succeed(lastLeafIndex);
  }

  void failed(Append append, RuntimeException reason) {
    append.markFailed();
    append.aggregateIds().forEach(cache::remove);
    inFlight.remove(append);
    append.fail(reason);
  }

  /** Somebody else wrote, to whatever aggregates: those in memory may be of yesterday. */
  void othersWrote() {
    cache.removeAll();
  }
}
