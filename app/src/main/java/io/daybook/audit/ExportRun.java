package io.daybook.audit;

import io.daybook.journal.audit.AuditReport;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an export, and its verification if that is wanted, stands at one moment.
 *
 * @param startedBy the user's id
 * @param done how many of {@code total} records the stage has behind it
 * @param archive the finished archive; absent before, and when it was removed
 * @param report what the verifier found; absent unless it came to its end
 * @param endedAt absent while the run goes on
 */
public record ExportRun(
    ExportPurpose purpose,
    String startedBy,
    Instant startedAt,
    Stage stage,
    long done,
    long total,
    @Nullable Archive archive,
    @Nullable AuditReport report,
    @Nullable Instant endedAt) {

  /** What a run is doing. */
  public enum Stage {
    /** A checkpoint is signed and the read models are written down. */
    PREPARING,
    /** The journal is copied into the archive. */
    COPYING,
    /** The verifier reads the archive. */
    VERIFYING,
    /** Everything that was wanted is done. */
    DONE,
    /** It could not come to its end; the server's log says why. */
    FAILED
  }

  /**
   * A finished archive.
   *
   * @param size how many records it holds
   */
  public record Archive(Path file, long bytes, long size) {}

  static ExportRun begun(ExportPurpose purpose, String startedBy, Instant now) {
    return new ExportRun(purpose, startedBy, now, Stage.PREPARING, 0, 0, null, null, null);
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return endedAt == null;
  }

  ExportRun at(Stage next, long newDone, long newTotal) {
    return new ExportRun(
        purpose, startedBy, startedAt, next, newDone, newTotal, archive, report, endedAt);
  }

  ExportRun with(Archive newArchive) {
    return new ExportRun(
        purpose, startedBy, startedAt, stage, done, total, newArchive, report, endedAt);
  }

  /** Returns this run after its archive was removed. */
  ExportRun without() {
    return new ExportRun(purpose, startedBy, startedAt, stage, done, total, null, report, endedAt);
  }

  ExportRun with(AuditReport newReport) {
    return new ExportRun(
        purpose, startedBy, startedAt, stage, done, total, archive, newReport, endedAt);
  }

  ExportRun ended(Stage how, Instant now) {
    return new ExportRun(purpose, startedBy, startedAt, how, done, total, archive, report, now);
  }
}
