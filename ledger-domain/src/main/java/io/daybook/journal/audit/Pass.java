package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.checkpoint.Checkpoint;
import java.util.List;
import java.util.Optional;

/** The one pass over headers and rows, bundle by bundle. */
final class Pass implements AutoCloseable {
  private final ExportFiles files;
  private final Findings findings;
  private final Checkpointed log;
  private final ChainCheck chains;
  private final CensusCheck census;

  Pass(ExportFiles files, Findings findings, Checkpoint checkpoint, TimesCheck times) {
    this.files = files;
    this.findings = findings;
    this.log = new Checkpointed(checkpoint.origin(), checkpoint.size());
    this.chains = new ChainCheck(findings, times, log.size());
    this.census = new CensusCheck(findings);
  }

  void run(TreeCheck tree, RecordChecks records, SignatureCheck signatures, Progress progress) {
    census.open(files, log.size());
    read(tree, records, signatures, progress);
    census.finish();
  }

  private void read(
      TreeCheck tree, RecordChecks records, SignatureCheck signatures, Progress progress) {
    var entries = new EntryReader(files, findings, log.size());
    var rows = new RowCheck(files, findings, log, records);
    long bundles = LogLayout.bundles(log.size());
    for (long bundle = 0; bundle < bundles; bundle++) {
      Optional<List<Leaf>> leaves = entries.read(bundle);
      if (leaves.isEmpty()) {
        // Without these headers nothing that follows has a known place in tree and chains.
        tree.breakOff();
        stop(bundle * LogLayout.WIDTH, records);
        return;
      }
      if (leaves.get().size() != LogLayout.bundleWidth(bundle, log.size())) {
        tree.breakOff();
      }
      for (Leaf leaf : leaves.get()) {
        tree.add(leaf.hash()); // First, because it also tells what bounds the leaf's time.
        chains.add(leaf);
        census.add(leaf);
      }
      rows.check(bundle, leaves.get());
      signatures.settle(Math.min(log.size(), (bundle + 1) * LogLayout.WIDTH) - 1);
      progress.at(Math.min(log.size(), (bundle + 1) * LogLayout.WIDTH), log.size());
    }
    rows.finish();
  }

  private void stop(long index, RecordChecks records) {
    String reason = "stopped at record " + index + ", whose header bundle is not readable";
    for (Check check :
        List.of(Check.V5, Check.V10, Check.V11, Check.V12, Check.V13, Check.V14, Check.V16)) {
      findings.skipped(check, reason);
    }
    records.stop(index, "its header bundle is not readable");
  }

  @Override
  public void close() {
    chains.close();
  }
}
