package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.merkle.TreeTiler;
import java.io.IOException;
import java.util.Arrays;

/**
 * Derives the tree from the headers' leaf hashes and compares tiles and root (V5), and the root at
 * every older size with what others know of it (V6, V8).
 */
final class TreeCheck {
  private final ExportFiles files;
  private final Findings findings;
  private final KnownRoots known;
  private final TreeTiler tiler = new TreeTiler(this::compare);
  private boolean isBroken;

  TreeCheck(ExportFiles files, Findings findings, KnownRoots known) {
    this.files = files;
    this.findings = findings;
    this.known = known;
  }

  void add(RecordHash leafHash) {
    if (!isBroken) {
      known.compareAt(tiler);
      tiler.append(leafHash);
      findings.checked(Check.V5);
    }
  }

  /** Notes that headers are missing or too many, so that no tree can be derived from here on. */
  void breakOff() {
    isBroken = true;
  }

  /** Compares what is left once all headers are in. */
  void finish(Checkpoint checkpoint) {
    if (isBroken) {
      known.breakOff();
      return;
    }
    tiler.partialTiles();
    RecordHash root = tiler.root();
    if (!root.equals(checkpoint.rootHash())) {
      findings.tampering(
          Check.V5,
          Place.NOWHERE,
          "root over all " + tiler.size() + " headers",
          checkpoint.rootHash() + " as in the checkpoint",
          root.toHex());
      findings.remark(Check.V5, "the headers do not give the checkpoint's root");
    } else if (findings.hasFailed(Check.V5)) {
      findings.remark(Check.V5, "the headers give the checkpoint's root: only tiles are wrong");
    }
    known.compareAt(tiler);
  }

  private void compare(TileId tile, byte[] derived) {
    String name = tile.path();
    try {
      byte[] stored = files.read(name, LogLayout.WIDTH * RecordHash.LENGTH);
      if (stored.length != derived.length) {
        findings.tampering(
            Check.V5, Place.NOWHERE, name, derived.length + " bytes", stored.length + " bytes");
      }
      int difference = Arrays.mismatch(derived, stored);
      if (difference >= 0 && difference < Math.min(derived.length, stored.length)) {
        differs(tile, derived, stored, difference / RecordHash.LENGTH);
      }
    } catch (MalformedException e) {
      findings.tampering(Check.V5, Place.NOWHERE, name, derived.length + " bytes", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V5, name, ExportFiles.reason(e));
    }
  }

  private void differs(TileId tile, byte[] derived, byte[] stored, int position) {
    long hash = tile.index() * LogLayout.WIDTH + position;
    int at = position * RecordHash.LENGTH;
    findings.tampering(
        Check.V5,
        tile.level() == 0 ? Place.leaf(hash) : Place.NOWHERE,
        "hash " + position + " of " + tile.path(),
        RecordHash.of(derived, at) + " as derived from the headers",
        stored.length < at + RecordHash.LENGTH ? "cut off" : RecordHash.of(stored, at).toHex());
  }
}
