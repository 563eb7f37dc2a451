package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An append that cannot be stored fails alone, whoever shares its batch. */
class OffenderIT {
  private static final int NEIGHBOURS = 20;

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final FaultyConnections connections =
      new FaultyConnections(database.dataSource("daybook_app"));

  @ParameterizedTest
  @ValueSource(strings = {"with a \0 in it", "with half a \ud83c pair", "long, 300"})
  void anIdThatCannotBeStoredFailsAlone(String id) throws Exception {
    String bad = id.startsWith("long") ? "x".repeat(300) : id;
    try (var ledger = new TestLedger(database, connections);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var first = threads.submit(() -> ledger.send(new Count(new CounterId("first"), "first")));
      gate.awaitWriter(); // So that all others come to be one batch.
      var offender =
          threads.submit(
              () -> catchThrowable(() -> ledger.send(new Count(new CounterId(bad), "bad"))));
      var neighbours = new ArrayList<Future<Long>>();
      for (int i = 0; i < NEIGHBOURS; i++) {
        var command = new Count(new CounterId("neighbour_" + i), "step");
        neighbours.add(threads.submit(() -> ledger.count(command)));
      }
      Thread.sleep(50);
      gate.open();

      first.get();
      for (Future<Long> neighbour : neighbours) {
        assertThat(neighbour.get()).isEqualTo(1L);
      }
      assertThat(offender.get()).isInstanceOf(RuntimeException.class);
      assertThat(TestChecks.check(database)).isEqualTo(2 + NEIGHBOURS);
    }
  }
}
