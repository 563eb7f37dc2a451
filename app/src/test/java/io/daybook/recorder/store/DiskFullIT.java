package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CountMany;
import io.daybook.recorder.store.Counter.CounterId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is full: callers are told so, nothing is half written, and it passes. */
class DiskFullIT {
  private static final CounterId COUNTER = new CounterId("counter");
  private static final CounterId BULK = new CounterId("bulk");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @Test
  void aServerThatHasNoRoomIsUnavailableAndNothingElse() {
    var connections = new FaultyConnections(database.dataSource("daybook_app"));
    try (var ledger = new TestLedger(database, connections)) {
      ledger.count(new Count(COUNTER, "first"));
      connections.onNextAppend(FaultyConnections::refuse);

      assertThat(catchThrowable(() -> ledger.count(new Count(COUNTER, "second"))))
          .isInstanceOf(JournalUnavailable.class);

      assertThat(ledger.count(new Count(COUNTER, "third"))).isEqualTo(2);
      assertThat(ledger.history(COUNTER)).isEqualTo(Map.of("first", 1L, "third", 2L));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  /** Mounting a small disk takes root's rights; the test above needs none. */
  @Test
  void aRealDiskMayRunFullAndBeEnlarged(@TempDir Path folder) throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString()))
        .as("a small disk can be mounted")
        .isZero();
    try (var ledger = new TestLedger(database)) {
      TestServer.shared().moveJournal(database, folder);
      var acknowledged = new HashMap<String, Long>();
      Throwable failure = countUntilFull(ledger, acknowledged);
      assertThat(failure).isInstanceOf(JournalUnavailable.class);
      assertThat(catchThrowable(() -> ledger.send(new CountMany(BULK, 2000))))
          .isInstanceOf(JournalUnavailable.class);
      assertThat(ledger.history(COUNTER)).isEqualTo(acknowledged);

      run("mount", "-o", "remount,size=64m", folder.toString());

      long next = acknowledged.size() + 1L;
      assertThat(ledger.count(new Count(COUNTER, "after"))).isEqualTo(next);
      assertThat(ledger.send(new CountMany(BULK, 2000))).isEqualTo(2000L);
      assertThat(TestChecks.check(database)).isEqualTo(1 + next + 2000);
    } finally {
      TestServer.shared().moveJournalBack(database);
      run("umount", folder.toString());
    }
  }

  private static Throwable countUntilFull(TestLedger ledger, Map<String, Long> acknowledged) {
    for (int i = 0; i < 20_000; i++) {
      String step = "step " + i;
      try {
        acknowledged.put(step, ledger.count(new Count(COUNTER, step)));
      } catch (RuntimeException e) {
        return e;
      }
    }
    throw new AssertionError("two megabytes never ran full");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1; // There is no such program here.
    }
  }
}
