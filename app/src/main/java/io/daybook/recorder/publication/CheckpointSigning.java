package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.recorder.keys.KeyRecords;
import io.daybook.recorder.keys.LogKeys;
import io.daybook.recorder.witness.Witnesses;
import java.time.Instant;

/** Signs a checkpoint with all keys that are in use at its size, and has it cosigned. */
final class CheckpointSigning {
  private final LogKeys keys;
  private final KeyRecords records;
  private final LogTiles tiles;
  private final Witnesses witnesses;

  CheckpointSigning(LogKeys keys, KeyRecords records, LogTiles tiles, Witnesses witnesses) {
    this.keys = keys;
    this.records = records;
    this.tiles = tiles;
    this.witnesses = witnesses;
  }

  /** Signs a statement about a log of {@code size} records, which no witness has to see. */
  SignedNote sign(Checkpoint statement, long size, Instant now) {
    return keys.sign(statement, records.logKeys(size), now);
  }

  SignedNote sign(long size, RecordHash root, Instant now) {
    var checkpoint = new Checkpoint(keys.origin(), size, root);
    SignedNote note = keys.sign(checkpoint, records.logKeys(size), now);
    return witnesses.cosign(
        note, checkpoint, (from, to) -> ConsistencyProof.of(from, to, tiles.nodes(to)));
  }
}
