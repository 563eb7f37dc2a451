package io.daybook.kyb.watchlist;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;

/** Identifies a list: {@code wls_} and 26 Crockford base-32 characters. */
public record WatchlistId(String value) {
  /** Checks the format. */
  public WatchlistId {
    IdFormat.check("wls", value);
  }

  /** Returns the id of the list with this name; each name is one list. */
  public static WatchlistId of(String name) {
    return new WatchlistId(DerivedId.of("wls", name));
  }

  @Override
  public String toString() {
    return value;
  }
}
