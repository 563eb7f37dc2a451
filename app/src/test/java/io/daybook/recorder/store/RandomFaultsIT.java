package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Two writers, some callers and every fault at random times, against the simplest model there is: a
 * step that was acknowledged with a value is in the journal once and with that value, and a step
 * that failed is not there.
 *
 * <p>The same faults come in the same order for the same {@code -Ddaybook.faults.seed}; {@code
 * -Ddaybook.faults.seconds} makes it longer than in an ordinary build.
 */
class RandomFaultsIT {
  private static final int CALLERS = 12;
  private static final int COUNTERS = 3;

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final long seed = Long.getLong("daybook.faults.seed", System.nanoTime());
  private final long seconds = Long.getLong("daybook.faults.seconds", 3);
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, RuntimeException> failed = new ConcurrentHashMap<>();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void theJournalIsWhatItsCallersWereTold() throws Exception {
    RefusedEvents.refuseOneInAHundred(database);
    var connections = List.of(faulty(), faulty());
    var settings = new JournalSettings(TestLedger.ORIGIN, 8, 64, 32, 50, Duration.ofMillis(150));
    try (var one = new TestLedger(database, settings, connections.get(0));
        var other = new TestLedger(database, settings, connections.get(1))) {
      run(List.of(one, other), connections);

      Map<String, Long> written = new ConcurrentHashMap<>();
      for (int i = 0; i < COUNTERS; i++) {
        written.putAll(one.history(new CounterId("counter_" + i)));
      }
      long size = TestChecks.check(database);
      String told = "seed " + seed;
      assertThat(size).as(told).isEqualTo(1 + written.size());
      assertThat(written).as(told).containsAllEntriesOf(acknowledged);
      written.keySet().removeAll(acknowledged.keySet());
      written.keySet().removeAll(unknown());
      assertThat(written.keySet()).as(told).isEmpty();
      assertThat(acknowledged).as(told).hasSizeGreaterThan(100);
    }
  }

  /** Steps whose callers were told that nobody knows: the database was away for too long. */
  private List<String> unknown() {
    var unknown = new ArrayList<String>();
    failed.forEach((step, failure) -> {
      if (failure instanceof OutcomeUnknown) {
        unknown.add(step);
      }
    });
    return unknown;
  }

  private void run(List<TestLedger> ledgers, List<FaultyConnections> connections) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var callers = new ArrayList<Future<?>>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        TestLedger ledger = ledgers.get(caller % ledgers.size());
        callers.add(threads.submit(() -> countUntilStopped(ledger, number)));
      }
      try {
        causeFaults(connections);
      } finally {
        stop.set(true);
        connections.forEach(each -> each.setAway(false));
      }
      for (Future<?> caller : callers) {
        caller.get(60, TimeUnit.SECONDS);
      }
    }
  }

  private void countUntilStopped(TestLedger ledger, int caller) {
    var random = random(caller);
    for (int i = 0; !stop.get(); i++) {
      String step = caller + "/" + i;
      var command = new Count(new CounterId("counter_" + random.nextInt(COUNTERS)), step);
      if (random.nextInt(50) == 0) {
        Thread.currentThread().interrupt();
      }
      try {
        acknowledged.put(step, ledger.count(command));
      } catch (RuntimeException e) {
        failed.put(step, e);
      }
      Thread.interrupted();
    }
  }

  private void causeFaults(List<FaultyConnections> connections) throws InterruptedException {
    var random = random(-1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      FaultyConnections victim = connections.get(random.nextInt(connections.size()));
      switch (random.nextInt(6)) {
        case 0 -> victim.onNextAppend(FaultyConnections::dieBefore);
        case 1 -> victim.onNextAppend(FaultyConnections::dieAfter);
        case 2 -> victim.onNextAppend(FaultyConnections::refuse);
        case 3 -> TestServer.shared().terminateConnections(database);
        case 4 -> {
          victim.setAway(true);
          victim.onNextAppend(FaultyConnections::dieBefore);
          TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
          victim.setAway(false);
        }
        default ->
            victim.onNextAppend((connection, append) -> {
              TimeUnit.MILLISECONDS.sleep(30); // Meanwhile the queue runs full.
              return append.run();
            });
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
    }
  }

  private RandomGenerator random(int stream) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed + stream);
  }

  private FaultyConnections faulty() {
    return new FaultyConnections(database.dataSource("daybook_app"));
  }
}
