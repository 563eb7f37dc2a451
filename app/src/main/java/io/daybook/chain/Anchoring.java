package io.daybook.chain;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.recorder.publication.Anchorable;
import io.daybook.ticketing.chain.Commitment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries the journal's root to the chain from time to time, with the proof that it continues the
 * one that went before; the contract takes no other.
 */
final class Anchoring {
  private static final String PREFIX = "anchor:";

  /** The journal notes each anchor, which alone is no reason for the next. */
  private static final int NOTE = 1;

  private final Link link;
  private final Leadership leadership;
  private final Intents intents;
  private final Source source;
  private Instant next = Instant.MIN;

  /**
   * What is anchored and when.
   *
   * @param interval how long a checkpoint may wait for its anchor
   */
  record Source(Anchorable journal, Clock clock, Duration interval) {}

  Anchoring(Link link, Leadership leadership, Intents intents, Source source) {
    this.link = link;
    this.leadership = leadership;
    this.intents = intents;
    this.source = source;
  }

  /** Orders the next anchor if it is time and the journal has grown. */
  void step() {
    Instant now = source.clock().instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(source.interval());
    Optional<Checkpoint> newest = source.journal().newestCheckpoint();
    long before = lastSize();
    if (newest.isPresent() && newest.get().size() > before + NOTE) {
      anchor(newest.get(), before);
    }
  }

  /** Anchors go in the order of their nonces, so the next continues what is still on its way. */
  private long lastSize() {
    return intents.lastAnchor().map(id -> Long.parseLong(id.substring(PREFIX.length()))).orElse(0L);
  }

  private void anchor(Checkpoint checkpoint, long before) {
    long size = checkpoint.size();
    List<Commitment> proof =
        source.journal().proof(before, size).path().stream().map(Anchoring::word).toList();
    var call = link.anchor().anchor(size, word(checkpoint.rootHash()), proof);
    leadership.write(() -> intents.add(PREFIX + size, Intent.Kind.ANCHOR, call));
  }

  private static Commitment word(RecordHash hash) {
    return new Commitment("0x" + hash.toHex());
  }
}
