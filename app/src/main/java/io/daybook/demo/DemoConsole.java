package io.daybook.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What the demo prints: numbered steps with their journal position, and bars for long ones. */
final class DemoConsole {
  private static final int BAR = 30;

  private final PrintStream out;
  private final int steps;
  private final boolean terminal;
  private final AtomicInteger step = new AtomicInteger();

  DemoConsole(PrintStream out, int steps, boolean terminal) {
    this.out = out;
    this.steps = steps;
    this.terminal = terminal;
  }

  /** Says that a step is done, and at which journal position. */
  void done(String what, String position) {
    String at = position.isEmpty() ? "" : "   journal position " + position;
    out.printf("[%2d/%d] %s%s%n", step.incrementAndGet(), steps, what, at);
  }

  /** Draws how far a long step is; on a terminal in place, elsewhere at each quarter. */
  void progress(String what, int count, int total, Duration elapsed) {
    double rate = elapsed.isZero() ? 0 : count / (elapsed.toMillis() / 1000.0);
    int filled = BAR * count / total;
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    String line = String.format("        %s [%s] %d/%d  %.0f/s", what, bar, count, total, rate);
    if (terminal) {
      out.print("\r" + line);
      if (count == total) {
        out.println();
      }
    } else if (count % Math.max(1, total / 4) == 0) {
      out.println(line);
    }
    out.flush();
  }

  void line(String text) {
    out.println(text);
  }
}
