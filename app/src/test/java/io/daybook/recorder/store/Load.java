package io.daybook.recorder.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Callers that each send one command after the other.
 *
 * @param callers how many at once
 * @param counters on how many aggregates
 * @param events how many events each command writes
 */
record Load(int callers, int counters, int events) {
  /** What one run of a load showed; times in microseconds, CPU per command. */
  record Result(
      double perSecond, double p50, double p99, double javaCpu, double serverCpu, long failures) {}

  private static final class Calls {
    private long[] nanos = new long[1024];
    private int count;
    private long failures;

    void add(long taken) {
      nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
      nanos[count++] = taken;
    }

    LongStream all() {
      return Arrays.stream(nanos, 0, count);
    }
  }

  /** Runs this load for a while. */
  Result run(Contender contender, ServerMeter meter, long millis) throws Exception {
    ServerMeter.Reading before = meter.read();
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
    List<Calls> calls = call(contender, end);
    double seconds = (System.nanoTime() - start) / 1e9;
    ServerMeter.Reading used = meter.read().minus(before);
    long[] nanos = calls.stream().flatMapToLong(Calls::all).toArray();
    Arrays.sort(nanos);
    double commands = Math.max(1, nanos.length);
    return new Result(
        nanos.length / seconds,
        percentile(nanos, 0.50),
        percentile(nanos, 0.99),
        used.javaMicros() / commands,
        used.serverMicros() / commands,
        calls.stream().mapToLong(each -> each.failures).sum());
  }

  private List<Calls> call(Contender contender, long end) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Calls>>();
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        running.add(threads.submit(() -> callUntil(end, contender, number)));
      }
      var calls = new ArrayList<Calls>();
      for (var each : running) {
        calls.add(each.get());
      }
      return calls;
    }
  }

  private Calls callUntil(long end, Contender contender, int caller) {
    var calls = new Calls();
    for (long now = System.nanoTime(); now < end; ) {
      try {
        contender.gateway().sendAndWait(command(caller + "/" + now));
        calls.add(System.nanoTime() - now);
      } catch (RuntimeException e) {
        calls.failures++;
      }
      now = System.nanoTime();
    }
    return calls;
  }

  private Object command(String step) {
    var id = new Counter.CounterId("c" + ThreadLocalRandom.current().nextInt(counters));
    return events == 1 ? new Counter.Count(id, step) : new Counter.CountMany(id, events);
  }

  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e3;
  }
}
