package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
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
import java.util.concurrent.locks.LockSupport;
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
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      try {
        var callers = new ArrayList<Future<?>>();
        for (int caller = 0; caller < CALLERS; caller++) {
          int number = caller;
          callers.add(threads.submit(() -> count(ledger, number, acknowledged, stop)));
        }
        for (int crash = 0; crash < CRASHES; crash++) {
          TimeUnit.MILLISECONDS.sleep(300);
          List<String> command = kill(data, database.port());
          int before = acknowledged.size();
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
              .start();
          awaitMore(acknowledged, before, folder.resolve("server.log"));
        }
        stop.set(true);
        for (var caller : callers) {
          caller.get(30, TimeUnit.SECONDS);
        }
      } finally {
        stop.set(true);
      }
      long size = TestChecks.check(database);
      assertThat(steps(ledger)).containsAll(acknowledged);
      assertThat(ledger.journal().size()).isEqualTo(size);
    } finally {
      server.close();
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    return EmbeddedPostgres.builder().setDataDirectory(data);
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
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  private static void awaitMore(Set<String> acknowledged, int before, Path log) throws Exception {
    for (int i = 0; i < 200 && acknowledged.size() <= before + CALLERS; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(acknowledged.size()).as(Files.readString(log)).isGreaterThan(before + CALLERS);
  }

  /** Kills the server with all its children at once, and returns how to start it again. */
  private static List<String> kill(Path data, int port) throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to be root.
    }
    command.add(postmaster.info().command().orElseThrow());
    command.addAll(List.of(postmaster.info().arguments().orElseThrow()));
    all.forEach(ProcessHandle::destroyForcibly);
    // A killed process may stay listed until its parent asks for it, so wait for the port instead.
    while (accepts(port)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    // The killed server may still be listed, so its successor would take it for a running one.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    Files.deleteIfExists(Path.of("/tmp", ".s.PGSQL." + port + ".lock"));
    return command;
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> steps(TestLedger ledger) {
    var steps = new HashSet<String>();
    for (int counter = 0; counter < 4; counter++) {
      ledger
          .journal()
          .eventStore()
          .readEvents("counter_" + counter, 0)
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
