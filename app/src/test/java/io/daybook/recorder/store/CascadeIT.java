package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses about one event in a hundred, and others were decided on it already. */
class CascadeIT {
  private static final int CALLERS = 32;
  private static final int COMMANDS = 40;

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final ConcurrentHashMap<String, Long> valueByStep = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, RuntimeException> failureByStep =
      new ConcurrentHashMap<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void onlyWhatTheDatabaseRefusedFails(int counters) throws Exception {
    RefusedEvents.refuseOneInAHundred(database);
    try (var ledger = new TestLedger(database)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var callers = new ArrayList<Future<?>>();
        for (int caller = 0; caller < CALLERS; caller++) {
          int number = caller;
          callers.add(threads.submit(() -> countAll(ledger, number, counters)));
        }
        for (Future<?> caller : callers) {
          caller.get(60, TimeUnit.SECONDS);
        }
      }

      assertThat(failureByStep.values())
          .isNotEmpty()
          .allSatisfy(failure -> assertThat(failure).hasMessageContaining("refuses these events"));
      assertThat(failureByStep.size() + valueByStep.size()).isEqualTo(CALLERS * COMMANDS);
      assertThat(TestChecks.check(database)).isEqualTo(1 + valueByStep.size());
      assertThat(historyOf(ledger, counters)).isEqualTo(valueByStep);
    }
  }

  private void countAll(TestLedger ledger, int caller, int counters) {
    for (int i = 0; i < COMMANDS; i++) {
      String step = caller + "/" + i;
      try {
        valueByStep.put(
            step, ledger.count(new Count(new CounterId("counter_" + caller % counters), step)));
      } catch (RuntimeException e) {
        failureByStep.put(step, e);
      }
    }
  }

  private static Map<String, Long> historyOf(TestLedger ledger, int counters) {
    var all = new ConcurrentHashMap<String, Long>();
    for (int i = 0; i < counters; i++) {
      all.putAll(ledger.history(new CounterId("counter_" + i)));
    }
    return all;
  }
}
