package io.daybook.recorder.publication;

import io.daybook.journal.checkpoint.ExportManifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One export: a checkpoint, and the files that belong to it and that nothing else commits to.
 *
 * @param newest the checkpoint
 * @param manifest what belongs to the export
 * @param text the manifest as it is signed
 * @param folder holds the manifest's files but for the log's own rows
 */
record ExportSnapshot(SignedCheckpoint newest, ExportManifest manifest, String text, Path folder) {
  /** Returns the name under which its files are served. */
  String id() {
    return manifest.statement().rootHash().toHex();
  }

  /** Returns the file of that name, absent if the manifest does not name it. */
  Optional<Path> file(String name) {
    return manifest.files().stream()
        .map(ExportManifest.Item::name)
        .filter(name::equals)
        .filter(known -> !known.startsWith("records/"))
        .findFirst()
        .map(folder::resolve);
  }
}
