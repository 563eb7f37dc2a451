package io.daybook.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the demo prints: numbered steps with their journal position, and bars for long ones. */
final class DemoConsole {
  private static final String INDENT = "        ";
  private static final int BAR = 30;

  private final PrintStream out;
  private final boolean terminal;
  private int quarters;

  DemoConsole(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says that step {@code number} of {@code steps} is done. */
  void done(int number, int steps, DemoStep.Done step) {
    out.printf("[%2d/%d] %s%n", number, steps, step.what());
    out.printf("%sjournal position %,d%n", INDENT, step.position());
    step.details().forEach(line -> out.println(INDENT + line));
    out.flush();
  }

  /** Draws how far a long step is; on a terminal in place, elsewhere at each quarter. */
  void progress(String what, int count, int total, Duration elapsed) {
    String line = INDENT + progressLine(what, count, total, elapsed);
    if (terminal) {
      // Blanks over the rest of a longer line before.
      out.print("\r" + line + "   ");
      if (count == total) {
        out.println();
      }
    } else if (4 * count / total > quarters) {
      quarters = 4 * count / total;
      out.println(line);
    }
    out.flush();
  }

  static String progressLine(String what, int count, int total, Duration elapsed) {
    double rate = elapsed.isZero() ? 0 : count / (elapsed.toMillis() / 1000.0);
    int filled = BAR * count / total;
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    String left = count == 0 ? "–" : Math.round((total - count) / rate) + " s";
    return String.format(
        Locale.ROOT, "%s [%s] %d/%d  %.0f/s  %s left", what, bar, count, total, rate, left);
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }
}
