package io.daybook.retention;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ticketing.show.ShowId;

/** Identifies the archive of a show: {@code arc_} and 26 Crockford base-32 characters. */
public record ArchiveId(String value) {
  /** Checks the format. */
  public ArchiveId {
    IdFormat.check("arc", value);
  }

  /** Returns the archive that a show has. */
  public static ArchiveId of(ShowId show) {
    return new ArchiveId(DerivedId.of("arc", show.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
