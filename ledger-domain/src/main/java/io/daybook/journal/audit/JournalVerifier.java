package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.audit.CheckpointCheck.Dated;
import io.daybook.journal.audit.ReplayCheck.Until;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.checkpoint.WitnessPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
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
  private final Optional<WitnessPolicy> witnessPolicy;

  /**
   * Prepares a verification.
   *
   * @param trusted the keys that the checkpoints must be signed with; none to take the export's
   * @param against older signed checkpoints that the auditor holds
   * @param progress hears of every bundle
   */
  public JournalVerifier(List<VerifierKey> trusted, List<byte[]> against, Progress progress) {
    this(trusted, Optional.empty(), against, progress);
  }

  /** As the other; {@code witnessPolicy} stands for the one that the log recorded itself. */
  public JournalVerifier(
      List<VerifierKey> trusted,
      Optional<WitnessPolicy> witnessPolicy,
      List<byte[]> against,
      Progress progress) {
    this(trusted, witnessPolicy, Evidence.ofCheckpoints(against), progress);
  }

  JournalVerifier(
      List<VerifierKey> trusted,
      Optional<WitnessPolicy> witnessPolicy,
      Evidence evidence,
      Progress progress) {
    this.witnessPolicy = witnessPolicy;
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
    var keys = new KeyCheck(policy.get(), findings);
    var witnesses = new WitnessCheck(witnessPolicy, findings, InstantSource.system());
    var signatures = new SignatureCheck(keys, witnesses, findings);
    var checkpoints = new CheckpointCheck(policy.get(), findings, signatures);
    Optional<Dated> newest = checkpoints.check(files, LogLayout.CHECKPOINT);
    if (newest.isEmpty()) {
      skipAfter(Check.V2, findings, "the export has no well-formed checkpoint");
      return Optional.empty();
    }
    Checkpoint checkpoint = newest.get().checkpoint();
    var times = new TimesCheck(findings);
    var known = new KnownRoots(files, checkpoints, findings, times);
    open(known, files, findings, newest.get());
    var models = new ModelCheck(domain, findings, new RecordSource(files, checkpoint.size()));
    models.open(files, evidence.owners());
    var replay = new ReplayCheck(domain, findings, models, until);
    var records = new RecordChecks(replay, keys, new AuthorCheck(keys, findings), witnesses);
    try (var pass = new Pass(files, findings, checkpoint, times)) {
      var tree = new TreeCheck(files, findings, known);
      pass.run(tree, records, signatures, progress);
      tree.finish(checkpoint);
    }
    signatures.finish();
    witnesses.finish();
    checkpoints
        .signedAt(newest.get())
        .ifPresent(millis -> times.covered(LogLayout.CHECKPOINT, millis));
    times.finish();
    records.finish();
    var signers = keys.begun().logKeys(Math.max(1, checkpoint.size()));
    new ManifestCheck(files, findings, signers, checkpoint).run();
    trust.compare(policy.get(), keys.begun(), signatures.signers(), findings);
    return Optional.of(checkpoint);
  }

  private void open(KnownRoots known, ExportFiles files, Findings findings, Dated newest) {
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
