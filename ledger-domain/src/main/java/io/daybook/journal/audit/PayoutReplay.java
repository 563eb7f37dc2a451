package io.daybook.journal.audit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of each payout to the ledger: those that need it are approved by a second person. */
final class PayoutReplay implements AutoCloseable {
  private final ScratchTable requested = new ScratchTable(0);
  // By payout: who asked for it, as long as nobody approved it.
  private final Map<String, String> waiting = new HashMap<>();

  void propose(StrictJson event) {
    if (event.flag("needsApproval")) {
      waiting.put(event.text("payout"), event.text("requestedBy"));
    }
  }

  void approve(StrictJson event) {
    String payout = event.text("payout");
    @Nullable String asker = waiting.remove(payout);
    RuleViolation.unless(
        asker != null && !asker.equals(event.text("by")),
        "approval of payout " + payout,
        "by another than who asked for it",
        String.valueOf(asker));
  }

  /** Notes that entries with this reference may not overdraw what they debit. */
  void request(StrictJson event) {
    String payout = event.text("payout");
    RuleViolation.unless(
        !waiting.containsKey(payout), "payout " + payout, "approved before", "it was not");
    requested.addIfAbsent(ShortHash.of(payout));
  }

  /** Whether an entry with this reference is that of a payout. */
  boolean has(@Nullable String reference) {
    return requested.count() > 0
        && reference != null
        && requested.find(ShortHash.of(reference)) != ScratchTable.NOWHERE;
  }

  @Override
  public void close() {
    requested.close();
  }
}
