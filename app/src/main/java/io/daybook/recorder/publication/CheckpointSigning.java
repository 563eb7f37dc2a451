package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.recorder.keys.KeyRecords;
import io.daybook.recorder.keys.LogKeys;
import java.time.Instant;

/** Signs a checkpoint with all keys that are in use at its size. */
final class CheckpointSigning {
  private final LogKeys keys;
  private final KeyRecords records;

  CheckpointSigning(LogKeys keys, KeyRecords records) {
    this.keys = keys;
    this.records = records;
  }

  SignedNote sign(long size, RecordHash root, Instant now) {
    var checkpoint = new Checkpoint(keys.origin(), size, root);
    return keys.sign(checkpoint, records.logKeys(size), now);
  }
}
