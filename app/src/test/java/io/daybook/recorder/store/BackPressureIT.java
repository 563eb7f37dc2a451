package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More callers than the journal takes: the rest is told so at once, and nothing is half done. */
class BackPressureIT {
  private static final int QUEUE = 5;
  private static final int CALLERS = 40;

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final FaultyConnections connections =
      new FaultyConnections(database.dataSource("daybook_app"));
  private final ConcurrentHashMap<String, Object> answers = new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(ints = {1, CALLERS})
  void whatFindsTheQueueFullIsRefusedAndNotWritten(int counters) throws Exception {
    var settings =
        new JournalSettings(TestLedger.ORIGIN, QUEUE, 100, 100, 50, Duration.ofSeconds(10));
    IntFunction<CounterId> counter = i -> new CounterId("counter_" + i % counters);
    try (var ledger = new TestLedger(database, settings, connections);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var first = threads.submit(() -> ledger.send(new Count(new CounterId("first"), "first")));
      gate.awaitWriter();

      List<Future<?>> callers = countAll(ledger, threads, counter);
      // Callers of one counter wait for what is queued once one of them was refused.
      await().until(() -> answers.size() >= (counters == 1 ? 1 : CALLERS - QUEUE));
      assertThat(answers.values()).allMatch(JournalUnavailable.class::isInstance);
      gate.open();
      first.get();
      for (Future<?> caller : callers) {
        caller.get();
      }

      answers.values().removeIf(JournalUnavailable.class::isInstance);
      var written = new HashMap<String, Object>();
      for (int i = 0; i < counters; i++) {
        written.putAll(ledger.history(counter.apply(i)));
      }
      assertThat(written).isEqualTo(answers).hasSizeGreaterThanOrEqualTo(QUEUE);
      assertThat(TestChecks.check(database)).isEqualTo(2 + written.size());
      long next = 1L + ledger.history(counter.apply(0)).size();
      assertThat(ledger.send(new Count(counter.apply(0), "after"))).isEqualTo(next);
    }
  }

  private List<Future<?>> countAll(
      TestLedger ledger, ExecutorService threads, IntFunction<CounterId> counter) {
    var callers = new ArrayList<Future<?>>();
    for (int i = 0; i < CALLERS; i++) {
      String step = "step " + i;
      var command = new Count(counter.apply(i), step);
      callers.add(threads.submit(() -> answers.put(step, answer(ledger, command))));
    }
    return callers;
  }

  private static Object answer(TestLedger ledger, Count command) {
    try {
      return ledger.count(command);
    } catch (RuntimeException e) {
      return e;
    }
  }
}
