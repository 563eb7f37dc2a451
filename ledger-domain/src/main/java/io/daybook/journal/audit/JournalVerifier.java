package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.audit.ReplayCheck.Until;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Verifies an exported journal from its files alone, without database or network.
 *
 * <p>It trusts nothing in the export and shares only the format with the journal's writer. One pass
 * over the export; memory grows with neither the number of records nor their payloads.
 */
public final class JournalVerifier {
  private final Trust trust;
  private final Evidence evidence;
  private final Progress progress;

  /**
   * Prepares a verification.
   *
   * @param trusted the keys that the checkpoints must be signed with; none to take the export's
   * @param against older signed checkpoints that the auditor holds
   * @param progress hears of every bundle
   */
  public JournalVerifier(List<VerifierKey> trusted, List<byte[]> against, Progress progress) {
    this(trusted, Evidence.ofCheckpoints(against), progress);
  }

  JournalVerifier(List<VerifierKey> trusted, Evidence evidence, Progress progress) {
    this.trust = new Trust(trusted);
    this.evidence = evidence;
    this.progress = progress;
  }

  /**
   * Verifies an export.
   *
   * @param export a folder or a zip file
   * @throws UsageException if there is neither
   * @throws IOException if the export cannot be closed
   */
  public AuditReport verify(Path export) throws IOException {
    try (var domain = new DomainReplay(StateSink.NONE)) {
      return verify(export, domain, Until.END);
    }
  }

  /** As {@link #verify(Path)}, and leaves in {@code domain} the state at {@code until}. */
  AuditReport verify(Path export, DomainReplay domain, Until until) throws IOException {
    var findings = new Findings();
    try (var files = ExportFiles.open(export)) {
      Optional<Checkpoint> newest = run(files, findings, domain, until);
      return AuditReport.of(findings, newest, trust.source());
    }
  }

  private Optional<Checkpoint> run(
      ExportFiles files, Findings findings, DomainReplay domain, Until until) {
    Optional<Policy> policy = trust.check(files, findings);
    if (policy.isEmpty()) {
      skipAfter(Check.V1, findings, "the export has no well-formed policy");
      return Optional.empty();
    }
    var checkpoints = new CheckpointCheck(policy.get(), findings);
    Optional<CheckpointCheck.Dated> newest = checkpoints.check(files, LogLayout.CHECKPOINT);
    if (newest.isEmpty()) {
      skipAfter(Check.V2, findings, "the export has no well-formed checkpoint");
      return Optional.empty();
    }
    Checkpoint checkpoint = newest.get().checkpoint();
    new ManifestCheck(files, findings, policy.get(), checkpoint).run();
    var times = new TimesCheck(findings);
    var known = new KnownRoots(files, checkpoints, findings, times);
    open(known, files, findings, newest.get());
    var models = new ModelCheck(domain, findings, new RecordSource(files, checkpoint.size()));
    models.open(files, evidence.owners());
    try (var pass = new Pass(files, findings, checkpoint, times)) {
      var tree = new TreeCheck(files, findings, known);
      var replay = new ReplayCheck(domain, findings, models, until);
      pass.run(tree, replay, progress);
      tree.finish(checkpoint);
      newest.get().signedAt().ifPresent(millis -> times.covered(LogLayout.CHECKPOINT, millis));
      times.finish();
      replay.finish();
    }
    return Optional.of(checkpoint);
  }

  private void open(
      KnownRoots known, ExportFiles files, Findings findings, CheckpointCheck.Dated newest) {
    evidence.notes().forEach(known::add);
    evidence.anchors().ifPresent(known::add);
    Anchors.of(files, findings).ifPresent(known::add);
    known.open(newest);
  }

  private static void skipAfter(Check last, Findings findings, String reason) {
    for (Check check : Check.values()) {
      if (check.isImplemented() && check.compareTo(last) > 0) {
        findings.skipped(check, reason);
      }
    }
  }
}
