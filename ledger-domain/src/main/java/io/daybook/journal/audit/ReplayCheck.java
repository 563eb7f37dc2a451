package io.daybook.journal.audit;

import io.daybook.journal.StoredRecord;
import io.daybook.journal.audit.Finding.Place;

/**
 * Replays the domain's events (V19) up to the first record that cannot be believed: what follows
 * from a forged payload says nothing about the rest.
 */
final class ReplayCheck {
  private final DomainReplay domain;
  private final Findings findings;
  private final long lastIndex;
  private boolean isStopped;
  private long skippedTypes;

  /** Replays into {@code domain} the records up to index {@code lastIndex}, inclusive. */
  ReplayCheck(DomainReplay domain, Findings findings, long lastIndex) {
    this.domain = domain;
    this.findings = findings;
    this.lastIndex = lastIndex;
  }

  void add(StoredRecord row) {
    var payload = row.payload();
    if (isStopped || row.leafIndex() > lastIndex || payload == null) {
      return;
    }
    try {
      if (domain.apply(row.facts(), payload)) {
        findings.checked(Check.V19);
      } else {
        skippedTypes++;
      }
    } catch (RuleViolation violation) {
      findings.checked(Check.V19);
      findings.tampering(
          Check.V19,
          new Place(row.leafIndex(), row.facts().stream().aggregateId()),
          row.facts().format().type() + ": " + violation.what(),
          violation.expected(),
          violation.actual());
    }
  }

  /** Ends the replay before record {@code leafIndex}. */
  void stop(long leafIndex, String reason) {
    if (!isStopped) {
      isStopped = true;
      findings.skipped(Check.V19, "replay stopped at record " + leafIndex + ": " + reason);
    }
  }

  void finish() {
    findings.remark(Check.V19, skippedTypes + " events of types that it has no rules for");
    if (lastIndex != Long.MAX_VALUE) {
      findings.skipped(Check.V19, "replayed up to record " + lastIndex + " only");
    } else {
      findings.skippedIfUnused(Check.V19, "no event of a type that it has rules for");
    }
  }
}
