package io.daybook.journal.audit;

import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.Frontier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares two exports record by record: how far their headers are the same, and in which of those
 * records the stored rows differ. It verifies neither; whether both are signed it tells.
 */
final class ExportDiff {
  private static final int ROWS_KEPT = 50;

  private final Side one;
  private final Side other;
  private final Progress progress;
  private final Frontier common = new Frontier();
  private final List<RowDifference> rows = new ArrayList<>();
  private long rowDifferences;

  private ExportDiff(Side one, Side other, Progress progress) {
    this.one = one;
    this.other = other;
    this.progress = progress;
  }

  /** How two exports stand to each other. */
  enum Relation {
    /** Both end with the same record. */
    SAME,
    /** The first has everything of the second, and more after it. */
    FIRST_CONTINUES_SECOND,
    /** The second has everything of the first, and more after it. */
    SECOND_CONTINUES_FIRST,
    /** Each has a record at an index where the other has another one. */
    FORKED,
    /** They are of two logs. */
    OTHER_LOG
  }

  /** One export: its checkpoint, and whether all keys of its own policy signed it. */
  record Head(Checkpoint checkpoint, Policy policy, boolean isSigned) {}

  /** A stored row that differs although its header is the same. */
  record RowDifference(long leafIndex, String what) {}

  /**
   * What was found.
   *
   * @param commonRecords how many records from the first on have the same headers
   * @param commonRoot the root over them
   * @param fork the headers at the first index where they differ; empty if one is not readable
   * @param rowDifferences in how many common records the rows differ
   * @param rows the first of them
   */
  record Result(
      Relation relation,
      Head one,
      Head other,
      long commonRecords,
      RecordHash commonRoot,
      List<Optional<Header>> fork,
      long rowDifferences,
      List<RowDifference> rows) {
    /** Tells whether the log's keys signed two histories: proof against their holder. */
    boolean isEquivocation() {
      return relation == Relation.FORKED
          && one.isSigned()
          && other.isSigned()
          && one.policy().equals(other.policy());
    }
  }

  private record Side(ExportFiles files, Head head) {
    long size() {
      return head.checkpoint().size();
    }

    List<byte[]> headers(long bundle) throws IOException {
      int width = LogLayout.bundleWidth(bundle, size());
      return EntryBundle.decode(
          files.read(LogLayout.entries(bundle, width), EntryBundle.MAX_BYTES));
    }

    List<StoredRecord> rows(long bundle) throws IOException {
      int width = LogLayout.bundleWidth(bundle, size());
      var rows = new ArrayList<StoredRecord>();
      try (var in = new BufferedInputStream(files.stream(LogLayout.records(bundle, width)))) {
        var reader = new RecordBundle(in);
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
          rows.add(row.get());
        }
      }
      return rows;
    }
  }

  /**
   * Compares two exports.
   *
   * @throws MalformedException if one of them is not well-formed as far as it is read
   * @throws IOException if a file is missing or not readable
   */
  static Result compare(ExportFiles one, ExportFiles other, Progress progress) throws IOException {
    return new ExportDiff(new Side(one, head(one)), new Side(other, head(other)), progress).run();
  }

  private static Head head(ExportFiles files) throws IOException {
    var policy = Policy.parse(files.read(LogLayout.POLICY, Policy.MAX_BYTES));
    var note = SignedNote.parse(files.read(LogLayout.CHECKPOINT, SignedNote.MAX_BYTES));
    var checkpoint = Checkpoint.parse(note.text());
    return new Head(
        checkpoint,
        policy,
        policy.keys().stream().allMatch(key -> note.isSignedBy(key, checkpoint)));
  }

  private Result run() throws IOException {
    if (!one.head().checkpoint().origin().equals(other.head().checkpoint().origin())) {
      return result(Relation.OTHER_LOG, List.of());
    }
    long end = Math.min(one.size(), other.size());
    for (long bundle = 0; bundle < LogLayout.bundles(end); bundle++) {
      OptionalLong fork = compareHeaders(bundle, end);
      compareRows(bundle);
      if (fork.isPresent()) {
        return result(Relation.FORKED, headersAt(fork.getAsLong()));
      }
      progress.at(common.size(), end);
    }
    long more = Long.compare(one.size(), other.size());
    return result(
        more == 0
            ? Relation.SAME
            : more > 0 ? Relation.FIRST_CONTINUES_SECOND : Relation.SECOND_CONTINUES_FIRST,
        List.of());
  }

  private Result result(Relation relation, List<Optional<Header>> fork) {
    return new Result(
        relation,
        one.head(),
        other.head(),
        common.size(),
        common.root(),
        fork,
        rowDifferences,
        List.copyOf(rows));
  }

  /** Returns the index of the first header that differs. */
  private OptionalLong compareHeaders(long bundle, long end) throws IOException {
    List<byte[]> first = one.headers(bundle);
    List<byte[]> second = other.headers(bundle);
    long start = bundle * LogLayout.WIDTH;
    int width = (int) Math.min(LogLayout.WIDTH, end - start);
    for (int i = 0; i < width; i++) {
      if (i >= first.size() || i >= second.size() || !Arrays.equals(first.get(i), second.get(i))) {
        return OptionalLong.of(start + i);
      }
      common.append(Header.leafHash(first.get(i)));
    }
    return OptionalLong.empty();
  }

  private void compareRows(long bundle) throws IOException {
    List<StoredRecord> first = one.rows(bundle);
    List<StoredRecord> second = other.rows(bundle);
    long start = bundle * LogLayout.WIDTH;
    for (int i = 0; i < Math.min(LogLayout.WIDTH, common.size() - start); i++) {
      if (i >= first.size() || i >= second.size()) {
        add(start + i, "its row is missing in one of them");
      } else if (!first.get(i).equals(second.get(i))) {
        add(start + i, describe(first.get(i), second.get(i)));
      }
    }
  }

  private static String describe(StoredRecord first, StoredRecord second) {
    if (first.facts().equals(second.facts()) && first.leafIndex() == second.leafIndex()) {
      if (second.payload() == null) {
        return "its payload is erased in the second";
      }
      return first.payload() == null ? "its payload is erased in the first" : "another payload";
    }
    return "other columns";
  }

  private void add(long index, String what) {
    rowDifferences++;
    if (rows.size() < ROWS_KEPT) {
      rows.add(new RowDifference(index, what));
    }
  }

  private List<Optional<Header>> headersAt(long index) throws IOException {
    return List.of(headerAt(one, index), headerAt(other, index));
  }

  private static Optional<Header> headerAt(Side side, long index) throws IOException {
    List<byte[]> headers = side.headers(index / LogLayout.WIDTH);
    int at = (int) (index % LogLayout.WIDTH);
    try {
      return at < headers.size() ? Optional.of(Header.decode(headers.get(at))) : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
