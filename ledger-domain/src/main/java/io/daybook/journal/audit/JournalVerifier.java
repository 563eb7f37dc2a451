package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
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
 * over the export; memory does not grow with the payloads.
 */
public final class JournalVerifier {
  private final Trust trust;
  private final List<byte[]> against;
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
    this.witnessPolicy = witnessPolicy;
    this.trust = new Trust(trusted);
    this.against = List.copyOf(against);
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
    return verify(export, new DomainReplay(), Long.MAX_VALUE);
  }

  /** As {@link #verify(Path)}, and leaves in {@code domain} the state at {@code lastIndex}. */
  AuditReport verify(Path export, DomainReplay domain, long lastIndex) throws IOException {
    var findings = new Findings();
    try (var files = ExportFiles.open(export)) {
      var replay = new ReplayCheck(domain, findings, lastIndex);
      return AuditReport.of(findings, run(files, findings, replay), trust.source());
    }
  }

  private Optional<Checkpoint> run(ExportFiles files, Findings findings, ReplayCheck replay) {
    Optional<Policy> policy = trust.check(files, findings);
    if (policy.isEmpty()) {
      skipAfter(Check.V1, findings, "the export has no well-formed policy");
      return Optional.empty();
    }
    var keys = new KeyCheck(policy.get(), findings);
    var witnesses = new WitnessCheck(witnessPolicy, findings, InstantSource.system());
    var signatures = new SignatureCheck(keys, witnesses, findings);
    var records = new RecordChecks(replay, keys, new AuthorCheck(keys, findings), witnesses);
    var checkpoints = new CheckpointCheck(policy.get(), findings, signatures);
    Optional<Checkpoint> newest = checkpoints.check(files, LogLayout.CHECKPOINT);
    if (newest.isEmpty()) {
      skipAfter(Check.V2, findings, "the export has no well-formed checkpoint");
      return Optional.empty();
    }
    var older = new OlderCheckpoints(files, checkpoints, findings);
    older.open(newest.get(), against);
    var tree = new TreeCheck(files, findings, older);
    readAll(new Run(files, findings, newest.get(), tree, records), signatures);
    tree.finish(newest.get());
    signatures.finish();
    witnesses.finish();
    records.finish();
    trust.compare(policy.get(), keys.begun(), signatures.signers(), findings);
    return newest;
  }

  private static void skipAfter(Check last, Findings findings, String reason) {
    for (Check check : Check.values()) {
      if (check.isImplemented() && check.compareTo(last) > 0) {
        findings.skipped(check, reason);
      }
    }
  }

  private record Run(
      ExportFiles files,
      Findings findings,
      Checkpoint checkpoint,
      TreeCheck tree,
      RecordChecks records) {}

  private void readAll(Run run, SignatureCheck signatures) {
    long size = run.checkpoint().size();
    var log = new Checkpointed(run.checkpoint().origin(), size);
    var entries = new EntryReader(run.files(), run.findings(), size);
    var chains = new ChainCheck(run.findings());
    var rows = new RowCheck(run.files(), run.findings(), log, run.records());
    long bundles = LogLayout.bundles(size);
    for (long bundle = 0; bundle < bundles; bundle++) {
      Optional<List<Leaf>> leaves = entries.read(bundle);
      int width = LogLayout.bundleWidth(bundle, size);
      if (leaves.isEmpty()) {
        // Without these headers nothing that follows has a known place in tree and chains.
        run.tree().breakOff();
        stop(run.findings(), bundle * LogLayout.WIDTH);
        return;
      }
      leaves.get().forEach(chains::add);
      if (leaves.get().size() == width) {
        leaves.get().forEach(leaf -> run.tree().add(leaf.hash()));
      } else {
        run.tree().breakOff();
      }
      rows.check(bundle, leaves.get());
      signatures.settle(Math.min(size, (bundle + 1) * LogLayout.WIDTH) - 1);
      progress.at(Math.min(size, (bundle + 1) * LogLayout.WIDTH), size);
    }
    rows.finish();
  }

  private static void stop(Findings findings, long index) {
    String reason = "stopped at record " + index + ", whose header bundle is not readable";
    for (Check check :
        List.of(
            Check.V5, Check.V10, Check.V11, Check.V12, Check.V13, Check.V16, Check.V6, Check.V19)) {
      findings.skipped(check, reason);
    }
  }
}
