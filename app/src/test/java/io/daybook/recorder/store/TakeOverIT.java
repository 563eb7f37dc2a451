package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Two processes on one journal: whoever holds the head writes, and each follows the other. */
class TakeOverIT {
  private static final CounterId COUNTER = new CounterId("counter");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();
  private final FaultyConnections connections =
      new FaultyConnections(database.dataSource("daybook_app"));

  @Test
  void twoWritersTakeTurnsOnOneStream() {
    try (var one = new TestLedger(database);
        var other = new TestLedger(database)) {
      for (long i = 1; i <= 20; i += 2) {
        assertThat(one.send(new Count(COUNTER, "one " + i))).isEqualTo(i);
        assertThat(other.send(new Count(COUNTER, "other " + i))).isEqualTo(i + 1);
      }
      assertThat(TestChecks.check(database)).isEqualTo(21);
    }
  }

  @Test
  void aWriterWaitsForTheOneThatHoldsTheHead() throws Exception {
    try (var waiter = new TestLedger(database);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var holder = database.dataSource("daybook_app").getConnection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT FROM journal.head FOR UPDATE");
      var waiting = threads.submit(() -> waiter.send(new Count(COUNTER, "waiting")));
      TimeUnit.MILLISECONDS.sleep(100);
      assertThat(waiting).isNotDone();

      holder.rollback();

      assertThat(waiting.get()).isEqualTo(1L);
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void aWriterThatDiesWithTheHeadLeavesItToTheOtherAndComesBack() throws Exception {
    try (var dying = new TestLedger(database, connections);
        var heir = new TestLedger(database);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var gate = new Gate()) {
      connections.onNextAppend(gate);
      var late = threads.submit(() -> dying.send(new Count(COUNTER, "late")));
      gate.awaitWriter();
      TestServer.shared().terminateConnections(database);

      assertThat(heir.send(new Count(COUNTER, "heir"))).isEqualTo(1L);

      gate.open();
      assertThat(late.get()).isEqualTo(2L);
      assertThat(dying.send(new Count(COUNTER, "back"))).isEqualTo(3L);
      assertThat(heir.history(COUNTER)).isEqualTo(Map.of("heir", 1L, "late", 2L, "back", 3L));
      assertThat(TestChecks.check(database)).isEqualTo(4);
    }
  }

  @Test
  void whatOneWritesTheOtherLearnsSoonerThanByLookingNowAndThen() throws Exception {
    try (var writer = new TestLedger(database);
        var reader = new TestLedger(database)) {
      var lags = new ArrayList<Duration>();
      for (int i = 0; i < 15; i++) {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(100));
        writer.send(new Count(COUNTER, "step " + i));
        lags.add(lag(writer.journal().size(), reader));
      }

      Collections.sort(lags);
      assertThat(lags.get(7)).isLessThan(Duration.ofMillis(100));
      assertThat(reader.send(new Count(COUNTER, "last"))).isEqualTo(16L);
    }
  }

  @Test
  void whatNobodyToldIsFoundAllTheSame() throws Exception {
    var single = database.dataSource("daybook_app").getConnection();
    var handedOut = new AtomicBoolean();
    JournalConnections onlyOne =
        () -> {
          if (handedOut.getAndSet(true)) {
            throw new SQLException("one is enough", "53300");
          }
          return single;
        };
    try (var reader = new TestLedger(database);
        var mute = new TestLedger(database, onlyOne)) {
      mute.send(new Count(COUNTER, "silently"));

      assertThat(lag(mute.journal().size(), reader)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static Duration lag(long size, TestLedger reader) throws InterruptedException {
    long start = System.nanoTime();
    while (reader.journal().size() < size) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(10)) {
        throw new AssertionError("never learned of " + size);
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
