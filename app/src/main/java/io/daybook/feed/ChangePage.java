package io.daybook.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param data in the order of their positions; may be empty although there are more
 * @param next the position to go on after: whatever is up to it was looked at
 * @param hasMore whether the journal had more when this part was read
 */
public record ChangePage(List<Change> data, long next, boolean hasMore) {
  /** Copies the list. */
  public ChangePage {
    data = List.copyOf(data);
  }
}
