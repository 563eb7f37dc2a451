package io.daybook.ledger.book;

import org.jspecify.annotations.Nullable;

/**
 * Within which bounds an account's balance may be moved by entries, in minor units on the account's
 * normal side. An entry that moves a balance towards its bounds is welcome, wherever it is.
 *
 * @param minimumMinor what may be available at the least: 0 for an account that must not be
 *     overdrawn, -50000 for one with a credit line of 500.00; absent for no bound
 * @param maximumMinor what may be on the account at the most: 0 for an account that must not be on
 *     its normal side; absent for no bound
 * @param tier the tier whose limits on what leaves the account hold; absent for none
 */
public record AccountTerms(
    @Nullable Long minimumMinor, @Nullable Long maximumMinor, @Nullable String tier) {
  /** No bounds. */
  public static final AccountTerms NONE = new AccountTerms(null, null, null);

  long floor() {
    return minimumMinor == null ? Long.MIN_VALUE : minimumMinor;
  }

  long ceiling() {
    return maximumMinor == null ? Long.MAX_VALUE : maximumMinor;
  }
}
