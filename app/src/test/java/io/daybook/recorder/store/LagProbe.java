package io.daybook.recorder.store;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;

/** A projection that notes when it sees each step. */
final class LagProbe {
  private final Map<String, CompletableFuture<Long>> seenAtByStep = new ConcurrentHashMap<>();
  private final boolean wanted;

  LagProbe(boolean wanted) {
    this.wanted = wanted;
  }

  boolean isWanted() {
    return wanted;
  }

  @EventHandler
  void on(Counter.CounterEvent.Counted event) {
    seenAt(event.step()).complete(System.nanoTime());
  }

  /** Waits until a step was seen and returns when, as {@link System#nanoTime}. */
  long await(String step) throws Exception {
    return seenAt(step).get(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<Long> seenAt(String step) {
    return seenAtByStep.computeIfAbsent(step, unknown -> new CompletableFuture<>());
  }
}
