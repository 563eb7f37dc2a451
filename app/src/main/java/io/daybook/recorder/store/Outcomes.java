package io.daybook.recorder.store;

import java.util.function.Consumer;

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
  private final Consumer<String> forgetAggregate;

  Outcomes(InFlight inFlight, Consumer<String> forgetAggregate) {
    this.inFlight = inFlight;
    this.forgetAggregate = forgetAggregate;
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
    append.aggregateIds().forEach(forgetAggregate);
    inFlight.remove(append);
    append.fail(reason);
  }
}
