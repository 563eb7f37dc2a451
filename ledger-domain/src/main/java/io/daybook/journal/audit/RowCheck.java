package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.audit.Finding.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the stored rows one by one, compares each with its header (V10) and its payload with the
 * header's commitment (V11), and passes on what stood both.
 */
final class RowCheck {
  private final ExportFiles files;
  private final Findings findings;
  private final Checkpointed log;
  private final RecordChecks records;
  private final ErasureCheck erasures;

  RowCheck(ExportFiles files, Findings findings, Checkpointed log, RecordChecks records) {
    this.files = files;
    this.findings = findings;
    this.log = log;
    this.records = records;
    this.erasures = new ErasureCheck(findings);
  }

  /** Ends the reading of rows. */
  void finish() {
    erasures.finish();
  }

  /** Checks the rows of one bundle against the leaves of the same bundle. */
  void check(long bundle, List<Leaf> leaves) {
    int width = LogLayout.bundleWidth(bundle, log.size());
    String name = LogLayout.records(bundle, width);
    long first = bundle * LogLayout.WIDTH;
    try (InputStream in = new BufferedInputStream(files.stream(name), 1 << 16)) {
      var bundleCheck = new Bundle(name, first, width, leaves);
      bundleCheck.run(new RecordBundle(in));
    } catch (IOException e) {
      findings.incomplete(Check.V10, name, ExportFiles.reason(e));
      findings.incomplete(Check.V11, name, ExportFiles.reason(e));
      findings.incomplete(Check.V16, name, ExportFiles.reason(e));
      records.stop(first, "its row is missing");
    }
  }

  /** The rows of one file: which are there, and in which order. */
  private final class Bundle {
    private final String name;
    private final long first;
    private final int width;
    private final List<Leaf> leaves;
    private final BitSet seen = new BitSet();
    private int position;

    Bundle(String name, long first, int width, List<Leaf> leaves) {
      this.name = name;
      this.first = first;
      this.width = width;
      this.leaves = leaves;
    }

    void run(RecordBundle rows) throws IOException {
      while (rows.isReadable()) {
        try {
          byte[] encoded = rows.nextEncoded();
          if (encoded == null) {
            break;
          }
          if (!acceptHonest(encoded)) {
            accept(rows.decode(encoded));
          }
        } catch (MalformedException e) {
          malformed(e);
        }
      }
      reportMissing();
    }

    /** Takes a row that says what its header says; any other is looked at field by field. */
    private boolean acceptHonest(byte[] encoded) {
      if (position >= leaves.size() || seen.get(position)) {
        return false;
      }
      Leaf leaf = leaves.get(position);
      Optional<Bytes> payload = leaf.sealed().flatMap(h -> h.payloadOf(encoded, leaf.index()));
      if (payload.isEmpty() || !isOfThisLog(leaf)) {
        return false;
      }
      findings.checked(Check.V10);
      findings.checked(Check.V11);
      seen.set(position++);
      take(leaf, payload.get());
      return true;
    }

    private void accept(StoredRecord row) {
      findings.checked(Check.V10);
      long relative = row.leafIndex() - first;
      long expected = first + position;
      // After a gap the following rows are in order again, so the gap is told only once.
      position = Math.clamp(relative + 1, 0, width);
      if (relative < 0 || relative >= width || seen.get((int) relative)) {
        wrongIndex(row, expected);
        return;
      }
      seen.set((int) relative);
      if (row.leafIndex() != expected) {
        wrongIndex(row, expected);
      }
      if (relative < leaves.size()) {
        compare(leaves.get((int) relative), row);
      }
    }

    private void wrongIndex(StoredRecord row, long expected) {
      findings.tampering(
          Check.V10,
          new Place(expected, row.facts().stream().aggregateId()),
          "index of the row at this position of " + name,
          String.valueOf(expected),
          String.valueOf(row.leafIndex()));
      records.stop(expected, "its row is not in its place");
    }

    private void malformed(MalformedException e) {
      long index = first + position;
      String actual = e.getMessage();
      findings.tampering(
          Check.V10, Place.leaf(index), "row in " + name, "a well-formed row", actual);
      records.stop(index, "its row is not readable");
      seen.set(position);
      position = Math.min(position + 1, width);
    }

    private void reportMissing() {
      for (int i = seen.nextClearBit(0); i < width; i = seen.nextClearBit(i + 1)) {
        String present = seen.cardinality() + " of " + width + " rows";
        findings.tampering(
            Check.V10, Place.leaf(first + i), "row in " + name, "present", "missing: " + present);
        records.stop(first + i, "its row is missing");
      }
    }
  }

  private void take(Leaf leaf, Bytes payload) {
    Header header = leaf.header().orElseThrow();
    records.header(leaf, header);
    keep(new Recorded(leaf.index(), header.facts(), payload));
  }

  private void keep(Recorded record) {
    erasures.add(record);
    records.add(record);
  }

  private boolean isOfThisLog(Leaf leaf) {
    return leaf.header().filter(header -> header.origin().equals(log.origin())).isPresent();
  }

  private void compare(Leaf leaf, StoredRecord row) {
    if (leaf.header().isEmpty()) {
      records.stop(leaf.index(), "its header is not readable");
      return;
    }
    Header header = leaf.header().get();
    records.header(leaf, header);
    boolean isSound = columnsEqual(leaf, header, row.facts());
    isSound &= commitmentHolds(leaf, header, row);
    if (isSound) {
      keep(new Recorded(leaf.index(), header.facts(), row.payload()));
    } else {
      records.stop(leaf.index(), "its row does not match its header");
    }
  }

  private boolean columnsEqual(Leaf leaf, Header header, EventFacts stored) {
    if (!header.origin().equals(log.origin())) {
      differs(leaf, "origin of the header", log.origin(), header.origin());
    }
    if (header.facts().equals(stored)) {
      return header.origin().equals(log.origin());
    }
    Map<String, String> expected = Columns.of(header.facts());
    Map<String, String> actual = Columns.of(stored);
    for (String column : expected.keySet()) {
      if (!Objects.equals(expected.get(column), actual.get(column))) {
        differs(
            leaf,
            "column " + column,
            expected.get(column) + " as in the header",
            String.valueOf(actual.get(column)));
      }
    }
    return false;
  }

  private void differs(Leaf leaf, String what, String expected, String actual) {
    findings.tampering(Check.V10, leaf.place(), what, expected, actual);
  }

  private boolean commitmentHolds(Leaf leaf, Header header, StoredRecord row) {
    Bytes salt = row.salt();
    Bytes payload = row.payload();
    if (salt == null || payload == null) {
      return true; // Whether they may be missing, the check of erasures says.
    }
    findings.checked(Check.V11);
    RecordHash commitment = PayloadCommitment.of(salt, payload);
    if (commitment.equals(header.payloadCommitment())) {
      return true;
    }
    findings.tampering(
        Check.V11,
        leaf.place(),
        "commitment to the payload of " + header.facts().format().type(),
        header.payloadCommitment() + " as in the header",
        commitment + " over " + payload.length() + " bytes");
    return false;
  }
}
