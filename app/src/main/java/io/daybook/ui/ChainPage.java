package io.daybook.ui;

import io.daybook.chain.Anchor;
import io.daybook.chain.ChainMonitor;
import io.daybook.chain.ChainStatus;
import io.daybook.chain.Reconciled;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    @Nullable Reconciled reconciled,
    String version) {
  private static final int SHOWN = 10;

  static ChainPage of(ChainMonitor chain) {
    ChainStatus status = chain.status();
    List<ChainMonitor.Transaction> transactions = chain.transactions();
    List<Anchor> newest = chain.anchors().reversed().stream().limit(SHOWN).toList();
    Optional<Reconciled> reconciled = chain.reconciled();
    return new ChainPage(
        status,
        tone(status.label()),
        transactions,
        newest,
        reconciled.orElse(null),
        Integer.toHexString(List.of(status, transactions, newest, reconciled).hashCode()));
  }

  private static String tone(String label) {
    return switch (label) {
      case "Synced" -> "good";
      case "Halted" -> "bad";
      default -> "";
    };
  }
}
