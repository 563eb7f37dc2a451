package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.merkle.TreeTiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The checkpoints that an auditor or the export holds from earlier times, to be compared with the
 * derived tree as it grows through their sizes (V6).
 */
final class OlderCheckpoints {
  private final ExportFiles files;
  private final CheckpointCheck check;
  private final Findings findings;
  private final List<Checkpoint> held = new ArrayList<>();
  private long[] sizes = {};
  private int next;

  OlderCheckpoints(ExportFiles files, CheckpointCheck check, Findings findings) {
    this.files = files;
    this.check = check;
    this.findings = findings;
  }

  /** Reads what there is to compare a tree of {@code newest} leaves with. */
  void open(Checkpoint newest, List<byte[]> against) {
    try {
      sizes = files.olderCheckpoints();
    } catch (IOException e) {
      findings.incomplete(Check.V6, LogLayout.CHECKPOINTS, ExportFiles.reason(e));
    }
    against.forEach(note -> check.check("the checkpoint that you hold", note).ifPresent(held::add));
    held.sort(Comparator.comparingLong(Checkpoint::size));
    if (sizes.length == 0 && against.isEmpty()) {
      findings.skipped(Check.V6, "the export holds no older checkpoint; pass one with --against");
    }
    long largest = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
    largest = held.isEmpty() ? largest : Math.max(largest, held.getLast().size());
    if (largest > newest.size()) {
      findings.tampering(
          Check.V6,
          Place.NOWHERE,
          "size of the newest checkpoint",
          "at least " + largest + ", which another checkpoint has",
          String.valueOf(newest.size()));
    }
  }

  /** Compares every checkpoint of the tree's present size. */
  void compareAt(TreeTiler tree) {
    while (next < sizes.length && sizes[next] <= tree.size()) {
      String name = LogLayout.checkpoint(sizes[next]);
      long size = sizes[next++];
      check.check(files, name).ifPresent(checkpoint -> compareFile(name, size, checkpoint, tree));
    }
    while (!held.isEmpty() && held.getFirst().size() <= tree.size()) {
      compare("the checkpoint that you hold", held.removeFirst(), tree);
    }
  }

  private void compareFile(String name, long size, Checkpoint checkpoint, TreeTiler tree) {
    if (checkpoint.size() == size) {
      compare(name, checkpoint, tree);
    } else {
      findings.tampering(
          Check.V2, Place.NOWHERE, name, "size " + size, "size " + checkpoint.size());
    }
  }

  private void compare(String source, Checkpoint checkpoint, TreeTiler tree) {
    findings.checked(Check.V6);
    RecordHash root = tree.root();
    if (!root.equals(checkpoint.rootHash())) {
      findings.tampering(
          Check.V6,
          Place.NOWHERE,
          "root over the first " + checkpoint.size() + " headers",
          checkpoint.rootHash() + " as in " + source,
          root.toHex());
    }
  }
}
