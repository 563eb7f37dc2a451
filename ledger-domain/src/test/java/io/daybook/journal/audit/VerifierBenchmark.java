package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures a whole verification, every check with it, on one thread and in that thread's time on a
 * core, so that other work on the machine does not count. The first run is cold, as an auditor's.
 *
 * <p>Nothing fails for being slow. {@code -Ddaybook.bench.records} says how many records (default
 * 1,000,000), {@code -Ddaybook.bench.export} where the export is kept, to be used again.
 */
class VerifierBenchmark {
  private static final int RUNS = Integer.getInteger("daybook.bench.runs", 3);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long records = Long.getLong("daybook.bench.records", 1_000_000);

  @TempDir private Path temporary;

  @Test
  void aWholeVerification() throws IOException {
    String kept = System.getProperty("daybook.bench.export");
    Path export = kept == null ? temporary.resolve("export") : Path.of(kept);
    if (!Files.exists(export.resolve("checkpoint"))) {
      SyntheticExport.write(export, records);
    }
    for (int run = 1; run <= RUNS; run++) {
      measure(export, run);
    }
  }

  private static void measure(Path export, int run) throws IOException {
    long start = System.nanoTime();
    long cpuStart = THREADS.getCurrentThreadCpuTime();
    AuditReport report = new JournalVerifier(List.of(), List.of(), Progress.NONE).verify(export);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9;
    assertThat(report.verdict()).as(report.format()).isEqualTo(AuditReport.Verdict.VERIFIED);
    long size = report.checkpoint().orElseThrow().size();
    Runtime.getRuntime().gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "verify run %d: %,d records in %.1f s (%.1f s of one core, %,.0f records a second of it),"
            + " %,d MiB of heap live after it, at most %,d MiB%n",
        run, size, seconds, cpu, size / cpu, heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
  }
}
