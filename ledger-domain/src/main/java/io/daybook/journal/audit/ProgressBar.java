package io.daybook.journal.audit;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Draws progress, rate and remaining time on one line of a terminal; draws nothing elsewhere.
 *
 * <p>It draws on standard error, of which Java cannot tell whether it is a terminal: whoever starts
 * the command says so in the system property {@code daybook.audit.terminal}. Nothing is drawn where
 * the command runs inside another program.
 */
final class ProgressBar implements Progress, AutoCloseable {
  static final String TERMINAL = "daybook.audit.terminal";

  private static final int CELLS = 24;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter terminal;
  private final String unit;
  private final boolean isShown;
  private final long started = System.nanoTime();
  private long drawn = started;
  private boolean isDrawn;

  ProgressBar(PrintWriter terminal, String unit) {
    this.terminal = terminal;
    this.unit = unit;
    this.isShown = Boolean.getBoolean(TERMINAL);
  }

  @Override
  public void at(long done, long total) {
    long now = System.nanoTime();
    if (isShown && now - drawn >= REDRAW_NANOS && total > 0) {
      drawn = now;
      isDrawn = true;
      terminal.print("\r\u001b[K" + line(done, total, now - started));
      terminal.flush();
    }
  }

  private String line(long done, long total, long nanos) {
    int filled = (int) (CELLS * (double) done / total);
    double perSecond = done / (nanos / 1e9);
    var remaining = Duration.ofSeconds((long) ((total - done) / Math.max(perSecond, 1e-9)));
    return "[%s%s] %3d %%  %,d of %,d %s  %,.0f/s  %d:%02d left"
        .formatted(
            "#".repeat(filled),
            ".".repeat(CELLS - filled),
            (int) (100.0 * done / total),
            done,
            total,
            unit,
            perSecond,
            remaining.toMinutes(),
            remaining.toSecondsPart());
  }

  /** Wipes the line; a second call does nothing. */
  @Override
  public void close() {
    if (isDrawn) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      isDrawn = false;
    }
  }
}
