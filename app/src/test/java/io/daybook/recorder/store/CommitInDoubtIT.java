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
      connections.onNextCommit(FaultyConnections::dieBefore);

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(connections.commits()).isEqualTo(3); // With the one of the first record.
      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void whatWasCommittedIsAcknowledgedAndNotWrittenAgain() {
    try (var ledger = new TestLedger(database, connections)) {
      connections.onNextCommit(FaultyConnections::dieAfter);

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(connections.commits()).isEqualTo(2);
      assertThat(ledger.send(new Count(COUNTER, "second"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void theSamePlaceTakenByAnotherWriterIsNotTakenForOnesOwn() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextCommit(
          connection -> dieThen(connection, () -> rival.send(new Count(OTHER, "rival"))));

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(1L);

      assertThat(ledger.history(OTHER)).isEqualTo(Map.of("rival", 1L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void aStreamThatAnotherWriterContinuedMeanwhileIsDecidedOnAgain() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextCommit(
          connection -> dieThen(connection, () -> rival.send(new Count(COUNTER, "rival"))));

      assertThat(ledger.send(new Count(COUNTER, "first"))).isEqualTo(2L);

      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("rival", 1L, "first", 2L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void whatWasCommittedIsFoundBeneathWhatOthersWroteSince() {
    try (var ledger = new TestLedger(database, connections);
        var rival = new TestLedger(database)) {
      connections.onNextCommit(connection -> {
        connection.commit();
        dieThen(connection, () -> rival.send(new Count(COUNTER, "rival")));
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
      connections.onNextCommit(connection -> {
        connections.setAway(true);
        FaultyConnections.dieAfter(connection);
      });
      var answer =
          threads.submit(() -> catchThrowable(() -> ledger.send(new Count(COUNTER, "first"))));
      while (connections.commits() < 2) {
        TimeUnit.MILLISECONDS.sleep(1);
      }

      ledger.close();

      assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(OutcomeUnknown.class);
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void aDatabaseThatStaysAwayBeforeAnythingWasSentMeansThatNothingWasWritten() {
    var settings = new JournalSettings(TestLedger.ORIGIN, 100, 100, 100, Duration.ofMillis(100));
    try (var ledger = new TestLedger(database, settings, connections)) {
      ledger.send(new Count(COUNTER, "first"));
      connections.setAway(true);
      TestServer.shared().terminateConnections(database);

      assertThat(catchThrowable(() -> ledger.send(new Count(COUNTER, "second"))))
          .isInstanceOf(JournalUnavailable.class);

      connections.setAway(false);
      assertThat(ledger.send(new Count(COUNTER, "third"))).isEqualTo(2L);
      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("first", 1L, "third", 2L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  private static void dieThen(Connection connection, Runnable meanwhile) throws SQLException {
    connection.abort(Runnable::run);
    meanwhile.run();
    throw new SQLException("killed", "08006");
  }
}
