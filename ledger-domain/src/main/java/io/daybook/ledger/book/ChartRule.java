package io.daybook.ledger.book;

import java.util.List;

/**
 * Which accounts may stand in one entry with the accounts under a path.
 *
 * @param path the account with this path and all whose path goes on from it
 * @param mayMeet paths whose accounts may stand beside them; those under {@code path} itself always
 *     may
 */
public record ChartRule(AccountId path, List<AccountId> mayMeet) {
  /** Copies the list. */
  public ChartRule {
    mayMeet = List.copyOf(mayMeet);
  }

  boolean isAbout(AccountId account) {
    return account.isUnder(path);
  }

  boolean allows(AccountId other) {
    return other.isUnder(path) || mayMeet.stream().anyMatch(other::isUnder);
  }
}
