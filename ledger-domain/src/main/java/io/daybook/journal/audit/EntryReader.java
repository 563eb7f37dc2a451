package io.daybook.journal.audit;

import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.SealedHeader;
import io.daybook.journal.audit.Finding.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads bundles of headers, checks each header's encoding (V9) and the bundle's count (V5). */
final class EntryReader {
  private final ExportFiles files;
  private final Findings findings;
  private final long size;

  EntryReader(ExportFiles files, Findings findings, long size) {
    this.files = files;
    this.findings = findings;
    this.size = size;
  }

  /**
   * Returns the leaves of one bundle; absent if the bundle is missing or cut inside a header, and
   * fewer or more than its width if that is what it holds.
   */
  Optional<List<Leaf>> read(long bundle) {
    int width = LogLayout.bundleWidth(bundle, size);
    String name = LogLayout.entries(bundle, width);
    try {
      List<byte[]> headers = EntryBundle.decode(files.read(name, EntryBundle.MAX_BYTES));
      if (headers.size() != width) {
        findings.tampering(
            Check.V5, Place.NOWHERE, name, width + " headers", headers.size() + " headers");
      }
      return Optional.of(leaves(bundle * LogLayout.WIDTH, headers));
    } catch (MalformedException e) {
      findings.tampering(Check.V9, Place.NOWHERE, name, width + " headers", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V9, name, ExportFiles.reason(e));
    }
    return Optional.empty();
  }

  private List<Leaf> leaves(long first, List<byte[]> headers) {
    var leaves = new ArrayList<Leaf>(headers.size());
    for (byte[] header : headers) {
      long index = first + leaves.size();
      leaves.add(new Leaf(index, Header.leafHash(header), decode(index, header)));
    }
    return leaves;
  }

  private Optional<SealedHeader> decode(long index, byte[] header) {
    findings.checked(Check.V9);
    try {
      return Optional.of(SealedHeader.decode(header));
    } catch (MalformedException e) {
      findings.tampering(
          Check.V9, Place.leaf(index), "header", "deterministic CBOR of a header", e.getMessage());
      return Optional.empty();
    }
  }
}
