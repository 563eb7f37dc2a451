package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.StoredRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;

/** Finds single stored rows again, to name what a finding is about. */
final class RecordSource {
  private final ExportFiles files;
  private final long size;

  RecordSource(ExportFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /** Returns the payload of the record at {@code index}, absent if it cannot be read. */
  Optional<Bytes> payload(long index) {
    return find(index).map(StoredRecord::payload);
  }

  /** Returns the row of the record at {@code index}, absent if it cannot be read. */
  Optional<StoredRecord> find(long index) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long bundle = index / LogLayout.WIDTH;
    String name = LogLayout.records(bundle, LogLayout.bundleWidth(bundle, size));
    try (var in = new BufferedInputStream(files.stream(name))) {
      var rows = new RecordBundle(in);
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        if (row.get().leafIndex() == index) {
          return row;
        }
      }
    } catch (IOException | MalformedException e) {
      return Optional.empty(); // The finding stands without it.
    }
    return Optional.empty();
  }
}
