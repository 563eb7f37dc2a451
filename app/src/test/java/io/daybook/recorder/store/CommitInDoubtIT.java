package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The connection dies while the writer commits, and nobody said whether it did. */
class CommitInDoubtIT {
  private static final CounterId COUNTER = new CounterId("counter");
  private static final CounterId OTHER = new CounterId("other");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final FaultyConnections connections =
      new FaultyConnections(database.dataSource("daybook_app"));

  @Test
  void whatWasNotCommittedIsWrittenOnceMore() {
    try (var ledger = new TestLedger(database, connections)) {
      connections.onNextAppend(FaultyConnections::dieBefore);

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(connections.appends()).isEqualTo(3); // With the one of the first record.
      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void whatWasCommittedIsAcknowledgedAndNotWrittenAgain() {
    try (var ledger = new TestLedger(database, connections)) {
      connections.onNextAppend(FaultyConnections::dieAfter);

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(connections.appends()).isEqualTo(3); // The second is sent again, to no effect.
      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void theSamePlaceTakenByAnotherWriterIsNotTakenForOnesOwn() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextAppend(
          (connection, append) -> dieThen(connection, () -> rival.send(new Count(OTHER, "rival"))));

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(ledger.history(OTHER)).isEqualTo(Map.of("rival", 1L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void aStreamThatAnotherWriterContinuedMeanwhileIsDecidedOnAgain() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextAppend((connection, append) ->
          dieThen(connection, () -> rival.send(new Count(COUNTER, "rival"))));

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(2L);

      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("rival", 1L, "first", 2L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void whatWasCommittedIsFoundBeneathWhatOthersWroteSince() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextAppend((connection, append) -> {
        append.run();
        return dieThen(connection, () -> rival.send(new Count(COUNTER, "rival")));
      });

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(3L);
      assertThat(TestChecks.check(database)).isEqualTo(4);
    }
  }

  @Test
  void whoeverClosesWhileTheDatabaseIsAwayIsToldThatNobodyKnows() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ledger = new TestLedger(database, connections);
      connections.onNextAppend((connection, append) -> {
        connections.setAway(true);
        return FaultyConnections.dieAfter(connection, append);
      });
      var answer =
          threads.submit(() -> catchThrowable(() -> ledger.send(new Count(COUNTER, "first"))));
      while (connections.appends() < 2) {
        TimeUnit.MILLISECONDS.sleep(1);
      }

      ledger.close();

      assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(OutcomeUnknown.class);
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void aDatabaseThatStaysAwayBeforeAnythingWasSentMeansThatNothingWasWritten()
      throws InterruptedException {
    var settings =
        new JournalSettings(TestLedger.ORIGIN, 100, 100, 100, 50, Duration.ofMillis(100));
    try (var ledger = new TestLedger(database, settings, connections)) {
      ledger.send(new Count(COUNTER, "first"));
      connections.setAway(true);
      TestServer.shared().terminateConnections(database);
      TimeUnit.MILLISECONDS.sleep(1100); // An idle connection is looked at before it is used.

      assertThat(catchThrowable(() -> ledger.send(new Count(COUNTER, "second"))))
          .isInstanceOf(JournalUnavailable.class);

      connections.setAway(false);
      assertThat(ledger.send(new Count(COUNTER, "third"))).isEqualTo(2L);
      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("first", 1L, "third", 2L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void whoeverWaitedLongEnoughIsToldThatNobodyKnows() {
    var settings =
        new JournalSettings(TestLedger.ORIGIN, 100, 100, 100, 50, Duration.ofMillis(100));
    try (var ledger = new TestLedger(database, settings, connections)) {
      connections.onNextAppend((connection, append) -> {
        connections.setAway(true);
        return FaultyConnections.dieAfter(connection, append);
      });

      assertThat(catchThrowable(() -> ledger.send(new Count(COUNTER, "first"))))
          .isInstanceOf(OutcomeUnknown.class);

      connections.setAway(false);
      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);
      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  private static int dieThen(Connection connection, Runnable meanwhile) throws SQLException {
    connection.abort(Runnable::run);
    meanwhile.run();
    throw new SQLException("killed", "08006");
  }
}
