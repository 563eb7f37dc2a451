package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.junit.jupiter.api.Test;

/** Callers that are interrupted or stop waiting change nothing about what is written. */
class ImpatientCallersIT {
  private static final CounterId COUNTER = new CounterId("counter");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final FaultyConnections connections =
      new FaultyConnections(database.dataSource("daybook_app"));

  @Test
  void whoIsInterruptedWhileWaitingStillLearnsTheOutcome() throws Exception {
    try (var ledger = new TestLedger(database, connections);
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var answer = new CompletableFuture<Long>();
      var interruptedAfter = new CompletableFuture<Boolean>();
      Thread caller =
          Thread.startVirtualThread(() -> {
            answer.complete(ledger.count(new Count(COUNTER, "first")));
            interruptedAfter.complete(Thread.interrupted());
          });
      gate.awaitWriter();

      caller.interrupt();
      assertThat(answer).isNotDone();
      gate.open();

      assertThat(answer.get()).isEqualTo(1L);
      assertThat(interruptedAfter.get()).isTrue();
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void whoIsInterruptedBeforeDecidingWritesNothing() {
    try (var ledger = new TestLedger(database, connections)) {
      Thread.currentThread().interrupt();

      var failure = catchThrowable(() -> ledger.send(new Count(COUNTER, "never")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure).isInstanceOf(LockAcquisitionFailedException.class);
      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);
      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("first", 1L));
    }
  }

  @Test
  void whatACancelledCallerDecidedIsWrittenOnceAndHasItsSuccessors() throws Exception {
    try (var ledger = new TestLedger(database, connections);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var cancelled = threads.submit(() -> ledger.send(new Count(COUNTER, "first")));
      gate.awaitWriter();
      cancelled.cancel(true);
      var retry = threads.submit(() -> ledger.send(new Count(COUNTER, "first")));
      var next = threads.submit(() -> ledger.send(new Count(new CounterId("other"), "other")));
      gate.open();

      assertThat(retry.get()).isEqualTo(1L);
      assertThat(next.get()).isEqualTo(1L);
      await().until(() -> ledger.journal().size() == 3);
      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("first", 1L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void aReadOfWhatIsNotDurableYetIsAnsweredOnlyWhenItIs() throws Exception {
    try (var ledger = new TestLedger(database, connections);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var first = threads.submit(() -> ledger.send(new Count(COUNTER, "first")));
      gate.awaitWriter();
      // The same step again writes nothing, but its answer rests on the first.
      var repeated = threads.submit(() -> ledger.send(new Count(COUNTER, "first")));
      Thread.sleep(50);

      assertThat(repeated).isNotDone();
      gate.open();
      assertThat(first.get()).isEqualTo(1L);
      assertThat(repeated.get()).isEqualTo(1L);
    }
  }
}
