package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import io.daybook.database.EmbeddedDatabase;
import io.daybook.recorder.store.Contender.Kind;
import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The journal beside Axon's own JDBC store, on one PostgreSQL that syncs to its disk.
 *
 * <p>The contenders take turns at each load, in every round, so that a slow minute of the machine
 * hits all of them. Each round has a fresh database, and its journal is recomputed afterwards.
 * Nothing here fails for being slow; it prints tables in Markdown.
 */
class RecorderBenchmark {
  private static final int ROUNDS = Integer.getInteger("daybook.bench.rounds", 5);
  private static final int MILLIS = Integer.getInteger("daybook.bench.millis", 1500);
  private static final int MANY = 1000;
  private static final int BATCH = 8192;
  private static final int LAG_SAMPLES = 60;
  private static final LagProbe NO_PROBE = new LagProbe(false);

  private static final List<Load> LOADS =
      List.of(
          new Load(1, MANY, 1),
          new Load(8, MANY, 1),
          new Load(64, MANY, 1),
          new Load(256, MANY, 1),
          new Load(1, 1, 1),
          new Load(8, 1, 1),
          new Load(64, 1, 1),
          new Load(256, 1, 1),
          new Load(1, 1, BATCH));

  private final Map<Load, Map<Kind, List<Load.Result>>> results = new LinkedHashMap<>();
  private final StringBuilder report = new StringBuilder();

  @Test
  void measure() throws Exception {
    var meter = new ServerMeter(EmbeddedDatabase.empty().owner());
    assertThat(meter.query("SHOW fsync")).isEqualTo("on");
    assertThat(meter.query("SHOW synchronous_commit")).isEqualTo("on");
    describe(meter);
    long checked = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      checked += round(meter, round == 0); // The first one warms up and does not count.
    }
    LOADS.forEach(this::tabulate);
    line("Journal recomputed after every round: %,d records, all of them right.", checked);
    tabulateWhole();
    tabulateSyncs(meter);
    tabulateLag();
    tabulateTime(meter);
    System.out.println(report);
    Files.writeString(Path.of("target", "benchmark.md"), report);
  }

  private long round(ServerMeter meter, boolean warmUp) throws Exception {
    var contenders = new LinkedHashMap<Kind, Contender>();
    var journals = new ArrayList<EmbeddedDatabase>();
    try {
      for (Kind kind : Kind.values()) {
        EmbeddedDatabase database = kind.database();
        contenders.put(kind, Contender.start(kind, database, NO_PROBE));
        if (kind.isJournal()) {
          journals.add(database);
        }
      }
      for (Load load : LOADS) {
        for (var contender : contenders.entrySet()) {
          var result = load.run(contender.getValue(), meter, MILLIS);
          if (!warmUp) {
            results
                .computeIfAbsent(load, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(contender.getKey(), unknown -> new ArrayList<>())
                .add(result);
          }
        }
      }
    } finally {
      for (Contender contender : contenders.values()) {
        contender.close();
      }
    }
    return journals.stream().mapToLong(database -> TestChecks.check(database.application())).sum();
  }

  private void describe(ServerMeter meter) throws Exception {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 2))
            .orElse("unknown");
    line(
        "%s, %d processors, load average %s before; Java %s; %s; fsync %s.",
        model,
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0],
        Runtime.version(),
        meter.query("SELECT split_part(version(), ' on ', 1)"),
        meter.query("SHOW fsync"));
    line("%d rounds of %d ms for each cell, medians (lowest to highest).", ROUNDS, MILLIS);
    line("");
  }

  private void tabulate(Load load) {
    line("**%s**", title(load));
    line("");
    line(
        "| | %s/s | ratio | p50 ms | p99 ms | CPU Java + PostgreSQL, µs | failed |",
        load.events() == 1 ? "commands" : "events");
    line("|---|---|---|---|---|---|---|");
    var byKind = results.getOrDefault(load, Map.of());
    double stock = median(byKind.getOrDefault(Kind.STOCK, List.of()), Load.Result::perSecond);
    byKind.forEach((kind, rounds) -> row(kind, rounds, stock, load.events()));
    line("");
  }

  private static String title(Load load) {
    return "%d caller%s, %s%s"
        .formatted(
            load.callers(),
            load.callers() == 1 ? "" : "s",
            load.counters() == 1
                ? "one hot aggregate"
                : "%,d aggregates".formatted(load.counters()),
            load.events() == 1 ? "" : ", %,d events a command".formatted(load.events()));
  }

  private void row(Kind kind, List<Load.Result> rounds, double stock, int events) {
    double[] speeds = sorted(rounds, Load.Result::perSecond);
    double speed = median(rounds, Load.Result::perSecond);
    line(
        "| %s | %,.0f (%,.0f to %,.0f) | %.1f | %.2f | %.2f | %.0f + %.0f | %d |",
        kind.title,
        speed * events,
        speeds[0] * events,
        speeds[speeds.length - 1] * events,
        speed / stock,
        median(rounds, Load.Result::p50) / 1e3,
        median(rounds, Load.Result::p99) / 1e3,
        median(rounds, Load.Result::javaCpu),
        median(rounds, Load.Result::serverCpu),
        rounds.stream().mapToLong(Load.Result::failures).sum());
  }

  /** What keys, seals, tiles and signed checkpoints cost on top of the recorder alone. */
  private void tabulateWhole() {
    line("");
    line("The journal whole against the recorder alone, medians:");
    line("");
    line("| | throughput | CPU Java + PostgreSQL |");
    line("|---|---|---|");
    results.forEach((load, byKind) -> {
      var alone = byKind.getOrDefault(Kind.JOURNAL, List.of());
      var whole = byKind.getOrDefault(Kind.WHOLE, List.of());
      line(
          "| %s | %.2f | %.2f |",
          title(load),
          median(whole, Load.Result::perSecond) / median(alone, Load.Result::perSecond),
          median(whole, RecorderBenchmark::cpu) / median(alone, RecorderBenchmark::cpu));
    });
  }

  private static double cpu(Load.Result result) {
    return result.javaCpu() + result.serverCpu();
  }

  /** Each contender alone on a server without other sessions, whose counts would mix in. */
  private void tabulateSyncs(ServerMeter meter) throws Exception {
    line("");
    line("Syncs of the server's log for each command:");
    line("");
    line("| | 64 callers, 1,000 aggregates | 64 callers, one hot aggregate |");
    line("|---|---|---|");
    for (Kind kind : Kind.values()) {
      line(
          "| %s | %.3f | %.3f |",
          kind.title,
          syncs(kind, new Load(64, MANY, 1), meter),
          syncs(kind, new Load(64, 1, 1), meter));
    }
  }

  private static double syncs(Kind kind, Load load, ServerMeter meter) throws Exception {
    TimeUnit.MILLISECONDS.sleep(500);
    double commands;
    long before;
    try (var contender = Contender.start(kind, kind.database(), NO_PROBE)) {
      before = meter.fsyncs();
      long start = System.nanoTime();
      double perSecond = load.run(contender, meter, MILLIS).perSecond();
      commands = perSecond * (System.nanoTime() - start) / 1e9;
    }
    TimeUnit.MILLISECONDS.sleep(500);
    return (meter.fsyncs() - before) / commands;
  }

  private void tabulateLag() throws Exception {
    line("");
    line("From the answer to a command until a projection has its event, %d samples:", LAG_SAMPLES);
    line("");
    line("| | p50 ms | p99 ms |");
    line("|---|---|---|");
    for (Kind kind : List.of(Kind.STOCK, Kind.JOURNAL)) {
      double[] lags = lags(kind);
      line("| %s | %.1f | %.1f |", kind.title, lags[lags.length / 2], lags[lags.length * 99 / 100]);
    }
  }

  private static double[] lags(Kind kind) throws Exception {
    var probe = new LagProbe(true);
    var lags = new ArrayList<Double>();
    try (var contender = Contender.start(kind, EmbeddedDatabase.migrated(), probe)) {
      for (int i = 0; i < LAG_SAMPLES + 5; i++) {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(50));
        String step = "step " + i;
        contender.gateway().sendAndWait(new Count(new CounterId("lag"), step));
        long answered = System.nanoTime();
        lags.add(Math.max(0, probe.await(step) - answered) / 1e6);
      }
    }
    return lags.stream().skip(5).mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private void tabulateTime(ServerMeter meter) throws Exception {
    line("");
    line("Where the journal's Java time goes, 64 callers on 1,000 aggregates:");
    line("");
    line("| | share |");
    line("|---|---|");
    try (var contender = Contender.start(Kind.JOURNAL, EmbeddedDatabase.migrated(), NO_PROBE)) {
      var load = new Load(64, MANY, 1);
      load.run(contender, meter, MILLIS);
      TimeProfile.of(() -> load.run(contender, meter, 3L * MILLIS))
          .forEach((kind, share) -> line("| %s | %.0f %% |", kind, 100 * share));
    }
  }

  private static double median(List<Load.Result> rounds, ToDoubleFunction<Load.Result> what) {
    return rounds.isEmpty() ? 0 : sorted(rounds, what)[rounds.size() / 2];
  }

  private static double[] sorted(List<Load.Result> rounds, ToDoubleFunction<Load.Result> what) {
    double[] values = rounds.stream().mapToDouble(what).toArray();
    Arrays.sort(values);
    return values;
  }

  @FormatMethod
  private void line(String format, Object... values) {
    report.append(format.formatted(values)).append('\n');
  }
}
