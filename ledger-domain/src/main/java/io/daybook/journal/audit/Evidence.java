package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an auditor holds from elsewhere and compares an export with.
 *
 * @param notes older signed checkpoints
 * @param anchors roots read from a chain
 * @param owners a file of ticket owners read from a chain
 */
record Evidence(List<Note> notes, Optional<Anchors> anchors, Optional<Path> owners) {
  static final Evidence NONE = new Evidence(List.of(), Optional.empty(), Optional.empty());

  /** A signed checkpoint and where it is from. */
  record Note(String source, Bytes bytes) {}

  Evidence {
    notes = List.copyOf(notes);
  }

  static Evidence ofCheckpoints(List<byte[]> notes) {
    var held =
        notes.stream()
            .map(note -> new Note("the checkpoint that you hold", Bytes.of(note)))
            .toList();
    return new Evidence(held, Optional.empty(), Optional.empty());
  }
}
