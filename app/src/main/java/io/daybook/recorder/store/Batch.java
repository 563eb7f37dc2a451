package io.daybook.recorder.store;

import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one database transaction adds to the journal: places for the appends that continue their
 * streams, refusals for the others.
 */
final class Batch {
  private final String origin;
  private final long firstIndex;
  private final Frontier frontier;
  private final StreamHeads known;
  private final Map<String, StreamHead> assumed;
  private final Map<String, StreamHead> heads = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final List<LeafRow> rows = new ArrayList<>();
  private final Map<Append, Long> lastIndexes = new LinkedHashMap<>();
  private final Map<Append, RuntimeException> refusals = new LinkedHashMap<>();
  private boolean conflicts;

  /**
   * Continues {@code frontier}.
   *
   * @param known the heads of all streams that exist, except for those in {@code assumed}
   * @param assumed heads that may be out of date
   */
  Batch(String origin, Frontier frontier, StreamHeads known, Map<String, StreamHead> assumed) {
    this.origin = origin;
    this.firstIndex = frontier.size();
    this.frontier = frontier.copy();
    this.known = known;
    this.assumed = assumed;
  }

  /** Gives {@code append} its places, or refuses it and leaves everything as it was. */
  void add(Append append) {
    @Nullable RuntimeException refusal = refusal(append);
    if (refusal != null) {
      refusals.put(append, refusal);
      return;
    }
    for (PendingRecord content : append.records()) {
      add(content);
    }
    lastIndexes.put(append, frontier.size() - 1);
  }

  private @Nullable RuntimeException refusal(Append append) {
    // Those later in this batch may have been decided on one that was refused before them.
    if (append.isDecidedOn(refusals::containsKey)) {
      return Refusals.decidedOnFailure();
    }
    @Nullable RuntimeException conflict = conflict(append);
    conflicts |= conflict != null;
    return conflict == null ? duplicateEventId(append) : conflict;
  }

  private @Nullable RuntimeException conflict(Append append) {
    var next = new HashMap<String, Long>();
    for (PendingRecord content : append.records()) {
      String id = content.aggregateId();
      long expected = next.getOrDefault(id, head(id).sequence() + 1);
      if (content.sequence() != expected) {
        return Refusals.conflict(content, expected);
      }
      next.put(id, expected + 1);
    }
    return null;
  }

  private @Nullable RuntimeException duplicateEventId(Append append) {
    for (PendingRecord content : append.records()) {
      if (eventIds.contains(content.facts().eventId())) {
        return Refusals.duplicate(content.facts().eventId());
      }
    }
    return null;
  }

  private void add(PendingRecord content) {
    String id = content.aggregateId();
    StreamHead head = head(id);
    // A clock that was set back must not make a stream run backwards in time.
    long timestampMillis = Math.max(content.facts().timestampMillis(), head.timestampMillis());
    EventFacts facts = content.factsAt(timestampMillis);
    byte[] header =
        new Header(origin, facts, content.commitment(), head.leafHash(), content.author()).encode();
    RecordHash leafHash = Header.leafHash(header);
    rows.add(new LeafRow(frontier.size(), timestampMillis, content, header, leafHash));
    frontier.append(leafHash);
    heads.put(id, new StreamHead(content.sequence(), leafHash, timestampMillis));
    eventIds.add(facts.eventId());
  }

  private StreamHead head(String id) {
    @Nullable StreamHead here = heads.get(id);
    if (here != null) {
      return here;
    }
    @Nullable StreamHead durable = known.get(id);
    return durable != null ? durable : assumed.getOrDefault(id, StreamHead.NONE);
  }

  String origin() {
    return origin;
  }

  long firstIndex() {
    return firstIndex;
  }

  /** The right edge with this batch in the tree. */
  Frontier frontier() {
    return frontier;
  }

  List<LeafRow> rows() {
    return rows;
  }

  Map<String, StreamHead> heads() {
    return heads;
  }

  /** The accepted appends, each with the leaf index of its last event. */
  Map<Append, Long> lastIndexes() {
    return lastIndexes;
  }

  /** Tells whether an append did not continue its streams as they are known here. */
  boolean hasConflicts() {
    return conflicts;
  }

  /** Tells whether heads were assumed that may be out of date. */
  boolean isAssuming() {
    return !assumed.isEmpty();
  }

  Map<Append, RuntimeException> refusals() {
    return refusals;
  }
}
