package io.daybook.journal.audit;

import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StreamPosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows every aggregate from record to record (V12) and refuses what is there twice (V13).
 *
 * <p>Memory grows with the number of aggregates and, by 16 bytes, of events.
 */
final class ChainCheck {
  private final Findings findings;
  private final Map<String, Head> heads = new HashMap<>();
  private final IdSet eventIds = new IdSet();

  ChainCheck(Findings findings) {
    this.findings = findings;
  }

  /** The last record of an aggregate, and which sequences before it were left out, if any. */
  private record Head(@Nullable String type, long sequence, RecordHash hash, long skippedFrom) {
    boolean wasSkipped(long candidate) {
      return candidate >= skippedFrom && candidate < sequence;
    }
  }

  void add(Leaf leaf) {
    leaf.header().ifPresent(header -> add(leaf, header));
  }

  private void add(Leaf leaf, Header header) {
    findings.checked(Check.V12);
    findings.checked(Check.V13);
    StreamPosition position = header.facts().stream();
    @Nullable Head head = heads.get(position.aggregateId());
    long expected = head == null ? 0 : head.sequence() + 1;
    if (position.sequence() != expected) {
      outOfSequence(leaf, position, head, expected);
    } else {
      checkLink(leaf, header, head);
    }
    checkEventId(leaf, header.facts().eventId());
    boolean isGap = position.sequence() > expected;
    long skippedFrom = isGap ? expected : head == null ? Long.MAX_VALUE : head.skippedFrom();
    heads.put(
        position.aggregateId(),
        new Head(position.aggregateType(), position.sequence(), leaf.hash(), skippedFrom));
  }

  private void outOfSequence(
      Leaf leaf, StreamPosition position, @Nullable Head head, long expected) {
    findings.tampering(
        Check.V12,
        leaf.place(),
        "sequence in the aggregate",
        String.valueOf(expected),
        String.valueOf(position.sequence()));
    if (head != null && position.sequence() < expected && !head.wasSkipped(position.sequence())) {
      findings.tampering(
          Check.V13,
          leaf.place(),
          "(aggregate, sequence)",
          "used once",
          "sequence " + position.sequence() + " again");
    }
  }

  private void checkLink(Leaf leaf, Header header, @Nullable Head head) {
    RecordHash expected = head == null ? RecordHash.ZERO : head.hash();
    if (!header.previous().equals(expected)) {
      findings.tampering(
          Check.V12,
          leaf.place(),
          "link to the preceding record of the aggregate",
          expected.toHex(),
          header.previous().toHex());
    }
    @Nullable String type = header.facts().stream().aggregateType();
    if (head != null && !Objects.equals(head.type(), type)) {
      findings.tampering(
          Check.V12, leaf.place(), "aggregate type", "" + head.type(), String.valueOf(type));
    }
  }

  private void checkEventId(Leaf leaf, String eventId) {
    if (!eventIds.add(eventId)) {
      findings.tampering(
          Check.V13, leaf.place(), "event id", "used once", eventId + " a second time");
    }
  }
}
