package io.daybook.retention;

import io.daybook.ticketing.show.ShowId;

/** What happened to a show's archive. */
public sealed interface ArchiveEvent {
  /** Returns the archive that it happened to. */
  ArchiveId archive();

  /** A show is over for long: its orders and tickets are no longer in everybody's lists. */
  record ShowArchived(ArchiveId archive, ShowId show) implements ArchiveEvent {}
}
