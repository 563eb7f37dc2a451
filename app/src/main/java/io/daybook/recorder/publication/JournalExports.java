package io.daybook.recorder.publication;

import io.daybook.recorder.format.SystemEvent.ExportMade;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.recorder.keys.SystemRecords;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Copies the whole journal into an archive that the verifier reads. */
public final class JournalExports {
  private final ExportSnapshots snapshots;
  private final LogExport export;
  private final SystemRecords records;

  JournalExports(ExportSnapshots snapshots, LogExport export, SystemRecords records) {
    this.snapshots = snapshots;
    this.export = export;
    this.records = records;
  }

  /** Records that {@code userId} wants an export, before there is one. */
  public void record(ExportPurpose purpose, String userId) {
    records.append(new ExportMade(purpose), userId);
  }

  /** An export whose files are ready to be written into an archive. */
  public final class Prepared {
    private final ExportSnapshot snapshot;

    private Prepared(ExportSnapshot snapshot) {
      this.snapshot = snapshot;
    }

    /** Returns the checkpoint that the export ends with. */
    public SignedCheckpoint checkpoint() {
      return snapshot.newest();
    }

    /**
     * Writes the archive, a zip file.
     *
     * @param progress hears how many records are written
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, LongConsumer progress) throws IOException {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        export.write(snapshot, out, progress);
      }
    }
  }

  /** Prepares an export of everything that is durable; absent if there is no checkpoint yet. */
  public Optional<Prepared> prepare() {
    return snapshots.make().map(Prepared::new);
  }
}
