package io.daybook.kyb.watchlist;

import io.daybook.ledger.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a list can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface WatchlistCommand {
  /** Returns the list that the command is for. */
  WatchlistId watchlist();

  /**
   * Records that a file was read as the list's next version; nobody is looked for in it yet.
   *
   * @param name of the list, 1 to 80 characters
   */
  record LoadVersion(
      @TargetAggregateIdentifier WatchlistId watchlist,
      String name,
      LoadedFile file,
      ListDelta delta,
      UserId officer)
      implements WatchlistCommand {}

  /** Makes a version the one that parties are looked for in; refused for who loaded it. */
  record ActivateVersion(
      @TargetAggregateIdentifier WatchlistId watchlist, int version, UserId officer)
      implements WatchlistCommand {}

  /**
   * Records that the parties of all cases were looked for again because a version became active.
   *
   * @param cases how many cases
   * @param changed for how many of them it found other hits
   */
  record RecordRescreening(
      @TargetAggregateIdentifier WatchlistId watchlist, int version, int cases, int changed)
      implements WatchlistCommand {}
}
