package io.daybook.ui;

import io.daybook.chain.Anchor;
import io.daybook.chain.ChainMonitor;
import io.daybook.chain.ChainStatus;
import java.util.List;

/**
 * The chain as its page shows it.
 *
 * @param tone the look of the label
 * @param anchors the newest first
 * @param version changes with everything that the page shows
 */
record ChainPage(
    ChainStatus status,
    String tone,
    List<ChainMonitor.Transaction> transactions,
    List<Anchor> anchors,
    String version) {
  private static final int SHOWN = 10;

  static ChainPage of(
      ChainStatus status, List<ChainMonitor.Transaction> transactions, List<Anchor> anchors) {
    List<Anchor> newest = anchors.reversed().stream().limit(SHOWN).toList();
    return new ChainPage(
        status,
        tone(status.label()),
        transactions,
        newest,
        Integer.toHexString(List.of(status, transactions, newest).hashCode()));
  }

  private static String tone(String label) {
    return switch (label) {
      case "Synced" -> "good";
      case "Halted" -> "bad";
      default -> "";
    };
  }
}
