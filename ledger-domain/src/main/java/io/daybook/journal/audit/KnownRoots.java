package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.CheckpointCheck.Dated;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.merkle.TreeTiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The roots that the log had at earlier sizes, as older checkpoints (V6) and a chain (V8) know
 * them, compared with the derived tree as it grows through their sizes.
 */
final class KnownRoots {
  private final ExportFiles files;
  private final CheckpointCheck check;
  private final Findings findings;
  private final TimesCheck times;
  private final List<Held> held = new ArrayList<>();
  private long[] sizes = {};
  private int next;
  private int nextHeld;

  KnownRoots(ExportFiles files, CheckpointCheck check, Findings findings, TimesCheck times) {
    this.files = files;
    this.check = check;
    this.findings = findings;
    this.times = times;
  }

  /** A root that somebody else than the export's maker knows. */
  private record Held(
      Check check, String source, long size, RecordHash root, Supplier<OptionalLong> time) {}

  /** Adds what a chain holds. */
  void add(Anchors anchors) {
    for (Anchors.Anchor anchor : anchors.list()) {
      var millis = OptionalLong.of(anchor.blockSeconds() * 1000);
      held.add(new Held(Check.V8, anchor.source(), anchor.size(), anchor.root(), () -> millis));
    }
  }

  /** Adds a checkpoint that the auditor holds. */
  void add(Evidence.Note note) {
    check
        .check(note.source(), note.bytes().toArray())
        .ifPresent(dated -> add(note.source(), dated));
  }

  private void add(String source, Dated dated) {
    held.add(held(source, dated));
  }

  private Held held(String source, Dated dated) {
    Checkpoint checkpoint = dated.checkpoint();
    return new Held(
        Check.V6, source, checkpoint.size(), checkpoint.rootHash(), () -> check.signedAt(dated));
  }

  /** Looks for what there is to compare a tree of {@code newest} leaves with. */
  void open(Dated newest) {
    try {
      sizes = files.olderCheckpoints();
    } catch (IOException e) {
      findings.incomplete(Check.V6, LogLayout.CHECKPOINTS, ExportFiles.reason(e));
    }
    held.sort(Comparator.comparingLong(Held::size));
    if (sizes.length == 0 && held.stream().noneMatch(root -> root.check() == Check.V6)) {
      findings.skipped(Check.V6, "the export holds no older checkpoint; pass one with --against");
    }
    if (held.stream().noneMatch(root -> root.check() == Check.V8)) {
      findings.notPresent(Check.V8, "neither the export nor --anchors has roots from a chain");
    }
    compareSizes(newest.checkpoint().size());
  }

  private void compareSizes(long newest) {
    if (sizes.length > 0) {
      compareSize(LogLayout.checkpoint(sizes[sizes.length - 1]), sizes[sizes.length - 1], newest);
    }
    held.forEach(root -> compareSize(root.source(), root.size(), newest));
    if (held.isEmpty()) {
      findings.notPresent(
          Check.V7,
          "nobody else's size is known: pass --against, --receipt, --memory or --anchors");
    }
  }

  private void compareSize(String source, long size, long newest) {
    findings.checked(Check.V7);
    if (size > newest) {
      findings.tampering(
          Check.V7,
          Place.NOWHERE,
          "size of the newest checkpoint",
          "at least " + size + " as in " + source,
          String.valueOf(newest));
    }
  }

  /** Compares every root of the tree's present size. */
  void compareAt(TreeTiler tree) {
    while (next < sizes.length && sizes[next] <= tree.size()) {
      String name = LogLayout.checkpoint(sizes[next]);
      long size = sizes[next++];
      check.check(files, name).ifPresent(dated -> compareFile(name, size, dated, tree));
    }
    while (nextHeld < held.size() && held.get(nextHeld).size() <= tree.size()) {
      compare(held.get(nextHeld++), tree);
    }
  }

  private void compareFile(String name, long size, Dated dated, TreeTiler tree) {
    Checkpoint checkpoint = dated.checkpoint();
    if (checkpoint.size() == size) {
      compare(held(name, dated), tree);
    } else {
      findings.tampering(
          Check.V2, Place.NOWHERE, name, "size " + size, "size " + checkpoint.size());
    }
  }

  private void compare(Held known, TreeTiler tree) {
    findings.checked(known.check());
    RecordHash root = tree.root();
    if (!root.equals(known.root())) {
      findings.tampering(
          known.check(),
          Place.NOWHERE,
          "root over the first " + known.size() + " headers",
          known.root() + " as in " + known.source(),
          root.toHex());
    } else {
      known.time().get().ifPresent(millis -> bound(known, millis));
    }
  }

  private void bound(Held known, long millis) {
    if (known.check() == Check.V8) {
      // A block comes some time after the checkpoint that it holds, so more records may be there.
      times.covered(known.source(), millis);
    } else {
      times.signed(known.source(), millis);
    }
  }

  /** Says why what is left was not compared. */
  void breakOff() {
    findings.skipped(Check.V6, "the tree cannot be derived from the headers");
    if (nextHeld < held.size()) {
      findings.skipped(Check.V8, "the tree cannot be derived from the headers");
    }
  }
}
