package io.daybook.kyb.watchlist;

import io.daybook.ledger.UserId;

/** What happened to a list. */
public sealed interface WatchlistEvent {
  /** Returns the list that it happened to. */
  WatchlistId watchlist();

  /**
   * A file was read as the list's next version.
   *
   * @param version counts the list's versions, from 1
   */
  record WatchlistVersionLoaded(
      WatchlistId watchlist,
      String name,
      int version,
      LoadedFile file,
      ListDelta delta,
      UserId loadedBy)
      implements WatchlistEvent {}

  /** A second officer made a version the one that parties are looked for in. */
  record WatchlistVersionActivated(
      WatchlistId watchlist, int version, String sha256, UserId loadedBy, UserId activatedBy)
      implements WatchlistEvent {}

  /** The parties of all cases were looked for again because a version became active. */
  record CasesRescreened(WatchlistId watchlist, int version, int cases, int changed)
      implements WatchlistEvent {}
}
