package io.daybook.kyb.screening.command;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many queries took. Any thread may add. */
final class Latencies {
  private long[] nanos = new long[1 << 12];
  private int count;

  synchronized void add(long nanosTaken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = nanosTaken;
  }

  synchronized String summary() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, max %.2f ms",
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))] / 1e6;
  }
}
