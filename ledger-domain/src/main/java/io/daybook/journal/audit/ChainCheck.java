package io.daybook.journal.audit;

import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StreamPosition;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows every aggregate from record to record (V12) and refuses what is there twice (V13).
 *
 * <p>What it has to remember of events and aggregates is outside of the heap.
 */
final class ChainCheck implements AutoCloseable {
  private static final long NO_GAP = Long.MAX_VALUE;
  private static final int SEQUENCE = 0;
  private static final int SKIPPED_FROM = 8;
  private static final int MILLIS = 16;
  private static final int TYPE = 24;
  private static final int HASH = 40;

  private final Findings findings;
  private final TimesCheck times;
  // By aggregate: its last record, and which sequences before it were left out, if any.
  private final ScratchTable heads = new ScratchTable(HASH + RecordHash.LENGTH);
  private final ScratchTable eventIds;

  private final Map<String, ShortHash> typeKeys = new HashMap<>();

  ChainCheck(Findings findings, TimesCheck times, long size) {
    this.eventIds = new ScratchTable(0, size);
    this.findings = findings;
    this.times = times;
  }

  void add(Leaf leaf) {
    leaf.header().ifPresent(header -> add(leaf, header));
  }

  private void add(Leaf leaf, Header header) {
    findings.checked(Check.V12);
    findings.checked(Check.V13);
    StreamPosition position = header.facts().stream();
    var key = ShortHash.of(position.aggregateId());
    long head = heads.find(key);
    boolean isNew = head == ScratchTable.NOWHERE;
    long expected = isNew ? 0 : heads.get(head, SEQUENCE) + 1;
    if (position.sequence() != expected) {
      outOfSequence(leaf, position, head, expected);
    } else {
      checkLink(leaf, header, isNew ? RecordHash.ZERO : heads.getHash(head, HASH));
    }
    ShortHash type = typeKeys.computeIfAbsent("" + position.aggregateType(), ShortHash::of);
    if (!isNew && !type.equals(heads.getKey(head, TYPE))) {
      findings.tampering(
          Check.V12,
          leaf.place(),
          "aggregate type",
          "that of the record before",
          String.valueOf(position.aggregateType()));
    }
    times.add(leaf, header, isNew ? TimesCheck.NEVER : heads.get(head, MILLIS));
    checkEventId(leaf, header.facts().eventId());
    long place = isNew ? heads.add(key) : head;
    long skippedFrom = isNew ? NO_GAP : heads.get(head, SKIPPED_FROM);
    heads.set(place, SKIPPED_FROM, position.sequence() > expected ? expected : skippedFrom);
    heads.set(place, SEQUENCE, position.sequence());
    heads.set(place, MILLIS, header.facts().timestampMillis());
    heads.setKey(place, TYPE, type);
    heads.setHash(place, HASH, leaf.hash());
  }

  private void outOfSequence(Leaf leaf, StreamPosition position, long head, long expected) {
    findings.tampering(
        Check.V12,
        leaf.place(),
        "sequence in the aggregate",
        String.valueOf(expected),
        String.valueOf(position.sequence()));
    boolean isKnown =
        position.sequence() == expected - 1
            || (position.sequence() < expected
                && position.sequence() < heads.get(head, SKIPPED_FROM));
    if (isKnown) {
      findings.tampering(
          Check.V13,
          leaf.place(),
          "(aggregate, sequence)",
          "used once",
          "sequence " + position.sequence() + " again");
    }
  }

  private void checkLink(Leaf leaf, Header header, RecordHash expected) {
    if (!header.previous().equals(expected)) {
      findings.tampering(
          Check.V12,
          leaf.place(),
          "link to the preceding record of the aggregate",
          expected.toHex(),
          header.previous().toHex());
    }
  }

  private void checkEventId(Leaf leaf, String eventId) {
    if (!eventIds.addIfAbsent(ShortHash.of(eventId))) {
      findings.tampering(
          Check.V13, leaf.place(), "event id", "used once", eventId + " a second time");
    }
  }

  @Override
  public void close() {
    heads.close();
    eventIds.close();
  }
}
