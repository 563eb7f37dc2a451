package io.daybook.ui.audit;

import io.daybook.audit.ExportRun;
import io.daybook.audit.ExportRun.Archive;
import io.daybook.journal.audit.AuditReport;
import io.daybook.journal.audit.Coverage;
import io.daybook.journal.audit.Finding;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.ui.Moment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An export and its verification as their page shows them.
 *
 * @param stage what is being done, or how it ended
 * @param done how many of {@code total} records the stage has behind it
 * @param result what the verifier found; absent if it did not come to its end
 * @param download how large the archive is, such as {@code 4.2 MB}; absent if there is none
 */
record ExportRunPage(
    boolean isVerification,
    String startedBy,
    Moment startedAt,
    boolean isRunning,
    String stage,
    String tone,
    long done,
    long total,
    @Nullable Result result,
    @Nullable String download) {

  /** What the verifier found. */
  record Result(
      String verdict,
      String tone,
      String log,
      String trust,
      List<Row> findings,
      List<Line> lines) {}

  /** One finding. */
  record Row(String check, @Nullable Long position, String what, String expected, String actual) {
    static Row of(Finding finding) {
      long leaf = finding.place().leafIndex();
      String of = finding.place().aggregate();
      return new Row(
          finding.check().name(),
          leaf < 0 ? null : leaf,
          (of.isEmpty() ? "" : of + ": ") + finding.what(),
          finding.expected(),
          finding.actual());
    }
  }

  /** One check. */
  record Line(String check, String title, String result, String tone, long checked, String remark) {
    static Line of(Coverage coverage) {
      return new Line(
          coverage.check().name(),
          coverage.check().title(),
          coverage.result().toString(),
          tone(coverage.result()),
          coverage.checked(),
          coverage.remark());
    }

    private static String tone(Coverage.Result result) {
      return switch (result) {
        case OK -> "good";
        case FAIL -> "bad";
        case INCOMPLETE -> "warn";
        case NOT_CHECKED, NOT_PRESENT -> "idle";
      };
    }
  }

  static ExportRunPage of(ExportRun run, String startedBy) {
    Archive archive = run.archive();
    AuditReport report = run.report();
    return new ExportRunPage(
        run.purpose() == ExportPurpose.VERIFICATION,
        startedBy,
        Moment.of(run.startedAt()),
        run.isRunning(),
        stage(run),
        run.stage() == ExportRun.Stage.FAILED ? "bad" : "idle",
        run.done(),
        run.total(),
        report == null ? null : result(report),
        archive == null ? null : size(archive.bytes()));
  }

  private static String stage(ExportRun run) {
    return switch (run.stage()) {
      case PREPARING -> "Signing a checkpoint and writing down the read models";
      case COPYING -> "Copying the journal";
      case VERIFYING -> "Verifying the copy";
      case DONE ->
          run.report() == null ? "The export is ready" : "The verifier has come to its end";
      case FAILED -> "It could not come to its end; the server's log says why";
    };
  }

  private static Result result(AuditReport report) {
    return new Result(
        report.verdict().name(),
        switch (report.verdict()) {
          case VERIFIED -> "good";
          case TAMPERED -> "bad";
          case INCOMPLETE -> "warn";
        },
        report
            .checkpoint()
            .map(newest ->
                "%s, %,d records, root %s"
                    .formatted(newest.origin(), newest.size(), newest.rootHash().toHex()))
            .orElse("no readable checkpoint"),
        "under " + report.trust(),
        report.findings().stream().map(Row::of).toList(),
        report.coverage().stream().map(Line::of).toList());
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
