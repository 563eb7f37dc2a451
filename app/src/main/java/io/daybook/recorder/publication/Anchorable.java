package io.daybook.recorder.publication;

import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.recorder.witness.Witnesses;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The checkpoints that may be carried to a chain: only such as the witnesses have seen. */
public final class Anchorable {
  private static final int DEPTH = 1000;

  private final LogTables tables;
  private final LogTiles tiles;
  private final Witnesses witnesses;

  Anchorable(LogTables tables, LogTiles tiles, Witnesses witnesses) {
    this.tables = tables;
    this.tiles = tiles;
    this.witnesses = witnesses;
  }

  /**
   * Returns the newest checkpoint that has its quorum of witnesses, or of all if none is needed.
   *
   * @return absent if there is none among the last thousand: then nothing is anchored
   */
  public Optional<String> newest() {
    for (String note : tables.newestCheckpoints(DEPTH)) {
      var signed = SignedCheckpoint.parse(note);
      var parsed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      if (witnesses.hasQuorum(parsed, signed.checkpoint())) {
        return Optional.of(note);
      }
    }
    return Optional.empty();
  }

  /** Returns the newest such checkpoint as what it says. */
  public Optional<Checkpoint> newestCheckpoint() {
    return newest().map(note -> SignedCheckpoint.parse(note).checkpoint());
  }

  /** Returns the proof that the tree of {@code size} records continues that of {@code before}. */
  public ConsistencyProof proof(long before, long size) {
    return ConsistencyProof.of(before, size, tiles.nodes(size));
  }
}
