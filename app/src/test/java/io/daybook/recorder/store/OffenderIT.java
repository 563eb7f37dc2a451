package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterEvent.Counted;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
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
    try (var ledger = new TestLedger(database, connections)) {
      Throwable refusal =
          amongNeighbours(ledger, () -> ledger.send(new Count(new CounterId(bad), "bad")));

      assertThat(refusal).isInstanceOf(RuntimeException.class);
    }
    assertThat(TestChecks.check(database)).isEqualTo(2 + NEIGHBOURS);
  }

  /** The writer takes a stream that begins for a new one, without looking. */
  @Test
  void aStreamThatWasBegunLongAgoIsNotBegunAgain() throws Exception {
    var counter = new CounterId("old");
    try (var before = new TestLedger(database)) {
      before.count(new Count(counter, "first"));
    }
    try (var ledger = new TestLedger(database, connections)) {
      var again =
          new GenericDomainEventMessage<>("Counter", "old", 0, new Counted(counter, 1, "again"));

      Throwable refusal =
          amongNeighbours(ledger, () -> ledger.journal().eventStore().publish(again));

      assertThat(refusal)
          .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
      assertThat(ledger.count(new Count(counter, "second"))).isEqualTo(2);
    }
    assertThat(TestChecks.check(database)).isEqualTo(4 + NEIGHBOURS);
  }

  /** Does this in one batch with others, which go through, and returns why it was refused. */
  private Throwable amongNeighbours(TestLedger ledger, ThrowingCallable offence) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var first = threads.submit(() -> ledger.send(new Count(new CounterId("first"), "first")));
      gate.awaitWriter(); // So that all others come to be one batch.
      var offender = threads.submit(() -> catchThrowable(offence));
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
      return offender.get();
    }
  }
}
