package io.daybook.recorder.publication;

import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import java.nio.charset.StandardCharsets;

/**
 * A checkpoint as it was signed.
 *
 * @param note its text with the signatures
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {
  static SignedCheckpoint parse(String note) {
    var parsed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    return new SignedCheckpoint(Checkpoint.parse(parsed.text()), note);
  }

  /** Returns how many records it covers. */
  public long size() {
    return checkpoint.size();
  }
}
