package io.daybook.ledger.book;

import java.util.List;
import java.util.Map;

/**
 * What must be true of accounts for an entry to be posted.
 *
 * @param mayNotOverdraw accounts whose available balance must not go below zero by the entry
 * @param expectedVersions how many entries must have moved an account before
 */
public record EntryConditions(
    List<AccountId> mayNotOverdraw, Map<AccountId, Long> expectedVersions) {
  /** No condition beyond those of the book itself. */
  public static final EntryConditions NONE = new EntryConditions(List.of(), Map.of());

  /** Copies the list and the map. */
  public EntryConditions {
    mayNotOverdraw = List.copyOf(mayNotOverdraw);
    expectedVersions = Map.copyOf(expectedVersions);
  }
}
