package io.daybook.ledger.book;

import org.jspecify.annotations.Nullable;

/**
 * The earlier entries of the same book that an entry follows from.
 *
 * @param parent what it is a part or a consequence of
 * @param reverses what it undoes, wholly or in part
 * @param corrects what it stands for instead
 */
public record EntryLinks(
    @Nullable EntryId parent, @Nullable EntryId reverses, @Nullable EntryId corrects) {
  /** No link. */
  public static final EntryLinks NONE = new EntryLinks(null, null, null);

  /** Returns the link from a reversal to what it undoes. */
  public static EntryLinks reversing(EntryId reversed) {
    return new EntryLinks(null, reversed, null);
  }

  /** Returns the link from an entry to the one that it stands for instead. */
  public static EntryLinks correcting(EntryId wrong) {
    return new EntryLinks(null, null, wrong);
  }
}
