package io.daybook.kyb.screening.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** Tells every few seconds how far a long work has come. Any thread may report. */
final class Ticker {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final PrintWriter err;
  private final AtomicLong told = new AtomicLong(System.nanoTime());

  Ticker(PrintWriter err) {
    this.err = err;
  }

  void at(String what, long count) {
    long now = System.nanoTime();
    long before = told.get();
    if (now - before > EVERY_NANOS && told.compareAndSet(before, now)) {
      err.printf("%,d %s%n", count, what);
      err.flush();
    }
  }
}
