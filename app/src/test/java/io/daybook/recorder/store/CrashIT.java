package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
  private static final int CALLERS = 16;
  private static final int CRASHES = 3;

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedSurvivesKillsOfTheDatabase() throws Exception {
    Path data = folder.resolve("data");
    TestServer server = TestServer.start(builder(data));
    var database = server.newDatabase();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    var stop = new AtomicBoolean();
    try (var ledger = new TestLedger(database)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var callers = new ArrayList<Future<?>>();
        for (int caller = 0; caller < CALLERS; caller++) {
          int number = caller;
          callers.add(threads.submit(() -> count(ledger, number, acknowledged, stop)));
        }
        for (int crash = 0; crash < CRASHES; crash++) {
          int before = acknowledged.size();
          TimeUnit.MILLISECONDS.sleep(300);
          kill(data);
          server = TestServer.restart(builder(data).setPort(database.port()));
          awaitMore(acknowledged, before);
        }
        stop.set(true);
        for (var caller : callers) {
          caller.get(30, TimeUnit.SECONDS);
        }
      }
      long size = TestChecks.check(database);
      assertThat(steps(ledger)).containsAll(acknowledged);
      assertThat(ledger.journal().size()).isEqualTo(size);
    } finally {
      server.close();
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
  }

  private static void count(
      TestLedger ledger, int caller, Set<String> acknowledged, AtomicBoolean stop) {
    for (int i = 0; !stop.get(); i++) {
      String step = caller + "/" + i;
      try {
        ledger.send(new Count(new CounterId("counter_" + caller % 4), step));
        acknowledged.add(step);
      } catch (RuntimeException e) {
        // Not acknowledged: it may have been written or not.
      }
    }
  }

  private static void awaitMore(Set<String> acknowledged, int before) throws InterruptedException {
    for (int i = 0; i < 200 && acknowledged.size() <= before; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(acknowledged.size()).isGreaterThan(before);
  }

  /** Kills the server and all its children at once, as a crash of the machine would. */
  private static void kill(Path data) throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      while (process.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private static Set<String> steps(TestLedger ledger) {
    var steps = new HashSet<String>();
    for (int counter = 0; counter < 4; counter++) {
      ledger
          .journal()
          .eventStore()
          .readEvents("counter_" + counter)
          .asStream()
          .forEach(event -> {
            if (event.getPayload() instanceof Counter.CounterEvent.Counted counted) {
              steps.add(counted.step());
            }
          });
    }
    return steps;
  }
}
