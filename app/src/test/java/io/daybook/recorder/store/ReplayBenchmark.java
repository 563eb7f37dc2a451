package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import io.daybook.projections.shared.ReadModelChecksum;
import io.daybook.projections.shared.ReadModelChecksums;
import io.daybook.replay.RandomSales;
import io.daybook.replay.ReplayApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A long journal of all families of events, replayed into all projections by Axon's processors and
 * by the rebuild, with the rows compared.
 *
 * <p>Nothing here fails for being slow.
 */
class ReplayBenchmark {
  private static final int EVENTS = Integer.getInteger("daybook.bench.events", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("daybook.bench.replays", 1);

  private final StringBuilder report = new StringBuilder();

  @Test
  void measure() throws Exception {
    Path data = Files.createTempDirectory(Path.of("target"), "replay-");
    try (var daybook = ReplayApplication.start(data)) {
      var meter = new ServerMeter(daybook.getBean(DataSource.class));
      line("%,d events; %d processors; %s.", EVENTS, processors(), meter.query("SHOW fsync"));
      line("");
      line("| | events/s | seconds | CPU Java + PostgreSQL, µs/event | load average |");
      line("|---|---|---|---|---|");
      time(
          "written and followed",
          meter,
          () -> {
            ReplayApplication.write(daybook, new RandomSales("bench", 1), EVENTS);
            ReplayApplication.awaitAll(daybook);
          });
      List<ReadModelChecksum> followed = checksums(daybook);
      for (int round = 0; round < ROUNDS; round++) {
        time("rebuild", meter, () -> rebuild(daybook));
        assertThat(checksums(daybook)).isEqualTo(followed);
        time("replay by Axon's processors", meter, () -> replay(daybook));
        assertThat(checksums(daybook)).isEqualTo(followed);
      }
      line("");
      line("The rows after each:");
      line("");
      line("| table | rows | checksum |");
      line("|---|---|---|");
      followed.forEach(
          table -> line("| %s | %,d | %s |", table.readModel(), table.rows(), table.checksum()));
    } finally {
      FileSystemUtils.deleteRecursively(data);
      Files.writeString(Path.of("target", "replay-benchmark.md"), report);
    }
  }

  private static void rebuild(ConfigurableApplicationContext daybook) throws InterruptedException {
    daybook.getBean(ProjectionRebuilds.class).rebuild(ProjectionNames.ALL);
    ReplayApplication.awaitAll(daybook);
    var positions = daybook.getBean(ProjectionPositions.class);
    while (positions.findAll().stream().anyMatch(status -> status.rebuild() != null)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void replay(ConfigurableApplicationContext daybook) {
    var processing = daybook.getBean(EventProcessingConfiguration.class);
    List<StreamingEventProcessor> processors =
        ProjectionNames.ALL.stream()
            .map(name -> processing.eventProcessor(name, StreamingEventProcessor.class))
            .map(found -> found.orElseThrow())
            .toList();
    CompletableFuture.allOf(
            processors.stream()
                .map(EventProcessor::shutdownAsync)
                .toArray(CompletableFuture<?>[]::new))
        .join();
    processors.forEach(StreamingEventProcessor::resetTokens);
    processors.forEach(EventProcessor::start);
    ReplayApplication.awaitAll(daybook);
  }

  private static List<ReadModelChecksum> checksums(ConfigurableApplicationContext daybook) {
    return daybook.getBean(ReadModelChecksums.class).findAll();
  }

  private void time(String what, ServerMeter meter, Work work) throws Exception {
    var before = meter.read();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    var used = meter.read().minus(before);
    line(
        "| %s | %,.0f | %.1f | %.1f + %.1f | %s |",
        what,
        EVENTS / seconds,
        seconds,
        (double) used.javaMicros() / EVENTS,
        (double) used.serverMicros() / EVENTS,
        Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @FormatMethod
  private void line(String format, Object... values) {
    String line = format.formatted(values);
    System.out.println(line);
    report.append(line).append('\n');
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
