package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import org.jspecify.annotations.Nullable;

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

  /**
   * Where a replay ends.
   *
   * @param index the last record to replay
   * @param millis the replay ends before the first record of a later time
   */
  record Until(long index, long millis) {
    static final Until END = new Until(Long.MAX_VALUE, Long.MAX_VALUE);

    boolean includes(long leafIndex, EventFacts facts) {
      return leafIndex <= index && facts.timestampMillis() <= millis;
    }
  }

  ReplayCheck(DomainReplay domain, Findings findings, ModelCheck models, Until until) {
    this.domain = domain;
    this.findings = findings;
    this.models = models;
    this.until = until;
  }

  /** Replays the next record; one whose payload is lawfully gone changes nothing. */
  void add(Leaf leaf, @Nullable Bytes payload) {
    if (isStopped || isAtEnd || leaf.header().isEmpty()) {
      return;
    }
    EventFacts facts = leaf.header().get().facts();
    if (!until.includes(leaf.index(), facts)) {
      isAtEnd = true;
      return;
    }
    apply(leaf, facts.format().type(), payload);
    models.reached(leaf.index());
  }

  private void apply(Leaf leaf, String type, @Nullable Bytes payload) {
    if (payload == null || !DomainReplay.knows(type)) {
      skippedTypes++;
      return;
    }
    findings.checked(Check.V19);
    try {
      domain.apply(leaf.index(), type, payload);
    } catch (RuleViolation violation) {
      findings.tampering(
          Check.V19,
          leaf.place(),
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
    findings.remark(Check.V19, skippedTypes + " events of types that it has no rules for");
    if (isAtEnd) {
      findings.skipped(Check.V19, "replayed only in part, as you asked");
      models.stop("the replay ended before it");
    } else {
      findings.skippedIfUnused(Check.V19, "no event of a type that it has rules for");
    }
    models.finish();
  }
}
