package io.daybook.journal.audit;

import io.daybook.journal.checkpoint.Checkpoint;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a verification.
 *
 * @param verdict what it comes to
 * @param checkpoint the newest checkpoint's text, or none if there is no readable one
 * @param trust whose keys the signatures were verified under
 * @param findings the evidence, the most telling first
 * @param coverage one line for each check
 */
public record AuditReport(
    Verdict verdict,
    Optional<Checkpoint> checkpoint,
    Trust.Source trust,
    List<Finding> findings,
    List<Coverage> coverage) {

  /** What a verification comes to, with the process's exit code. */
  public enum Verdict {
    /** Every check that was made holds and none lacked anything. */
    VERIFIED(0),
    /** Something contradicts itself, the signatures or the rules. */
    TAMPERED(1),
    /** Nothing contradicts, but something is missing. */
    INCOMPLETE(2);

    private final int exitCode;

    Verdict(int exitCode) {
      this.exitCode = exitCode;
    }

    /** Returns the exit code, 0 to 2. */
    public int exitCode() {
      return exitCode;
    }
  }

  /** Returns the report as text for people: findings, a line for each check, the verdict. */
  public String format() {
    return ReportText.of(this);
  }

  static AuditReport of(Findings findings, Optional<Checkpoint> checkpoint, Trust.Source trust) {
    var sorted = findings.sorted();
    var coverage = findings.coverage();
    return new AuditReport(verdict(coverage), checkpoint, trust, sorted, coverage);
  }

  private static Verdict verdict(List<Coverage> coverage) {
    if (coverage.stream().anyMatch(line -> line.result() == Coverage.Result.FAIL)) {
      return Verdict.TAMPERED;
    }
    boolean lacking = coverage.stream().anyMatch(l -> l.result() == Coverage.Result.INCOMPLETE);
    return lacking ? Verdict.INCOMPLETE : Verdict.VERIFIED;
  }
}
