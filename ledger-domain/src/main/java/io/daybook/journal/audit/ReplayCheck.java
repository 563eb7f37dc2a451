package io.daybook.journal.audit;

import io.daybook.journal.Bytes;

/**
 * Replays the domain's events (V19) up to the first record that cannot be believed: what follows
 * from a forged payload says nothing about the rest. On its way it compares the state with the
 * exported read models (V20).
 */
final class ReplayCheck {
  private final DomainReplay domain;
  private final Findings findings;
  private final ModelCheck models;
  private final Until until;
  private boolean isStopped;
  private boolean isAtEnd;
  private long skippedTypes;
  private long erased;

  /**
   * Where a replay ends.
   *
   * @param index the last record to replay
   * @param millis the replay ends before the first record of a later time
   */
  record Until(long index, long millis) {
    static final Until END = new Until(Long.MAX_VALUE, Long.MAX_VALUE);

    boolean includes(Recorded record) {
      return record.leafIndex() <= index && record.facts().timestampMillis() <= millis;
    }
  }

  ReplayCheck(DomainReplay domain, Findings findings, ModelCheck models, Until until) {
    this.domain = domain;
    this.findings = findings;
    this.models = models;
    this.until = until;
  }

  /** Replays the next record; of one whose payload is lawfully gone, its type alone. */
  void add(Recorded record) {
    if (isStopped || isAtEnd) {
      return;
    }
    if (!until.includes(record)) {
      isAtEnd = true;
      return;
    }
    apply(record, record.facts().format().type());
    models.reached(record.leafIndex());
  }

  private void apply(Recorded record, String type) {
    Bytes payload = record.payload();
    if (!domain.knows(type)) {
      skippedTypes++;
      return;
    }
    if (payload == null) {
      erased++;
      domain.applyErased(record.leafIndex(), type, record.facts().stream().aggregateId());
      return;
    }
    findings.checked(Check.V19);
    try {
      domain.apply(record.leafIndex(), type, payload);
    } catch (RuleViolation violation) {
      findings.tampering(
          Check.V19,
          record.place(),
          type + ": " + violation.what(),
          violation.expected(),
          violation.actual());
    }
  }

  /** Ends the replay before record {@code leafIndex}. */
  void stop(long leafIndex, String reason) {
    if (!isStopped) {
      isStopped = true;
      String stopped = "replay stopped at record " + leafIndex + ": " + reason;
      findings.skipped(Check.V19, stopped);
      models.stop(stopped);
    }
  }

  void finish() {
    String followed = erased == 0 ? "" : ", " + erased + " erased ones followed by type alone";
    findings.remark(
        Check.V19, skippedTypes + " events of types that it has no rules for" + followed);
    if (isAtEnd) {
      findings.skipped(Check.V19, "replayed only in part, as you asked");
      models.stop("the replay ended before it");
    } else {
      findings.skippedIfUnused(Check.V19, "no event of a type that it has rules for");
    }
    models.finish();
  }
}
