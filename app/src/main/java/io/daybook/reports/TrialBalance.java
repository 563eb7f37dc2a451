package io.daybook.reports;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * All accounts and their sums as of a time, in minor units.
 *
 * @param at the first moment whose entries are not in it
 * @param position up to where the journal was read
 * @param accounts in the order of their paths
 */
public record TrialBalance(
    Instant at, long position, List<Total> totals, List<AccountSum> accounts) {
  /** Copies the lists. */
  public TrialBalance {
    totals = List.copyOf(totals);
    accounts = List.copyOf(accounts);
  }

  /**
   * The sums in one currency.
   *
   * @param differenceMinor debits less credits; zero in a sound book
   */
  public record Total(
      Currency currency,
      BigInteger debitsMinor,
      BigInteger creditsMinor,
      BigInteger differenceMinor) {}

  static TrialBalance of(Instant at, long position, List<AccountSum> accounts) {
    List<Total> totals =
        accounts.stream()
            .map(AccountSum::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .map(currency -> total(currency, accounts))
            .toList();
    return new TrialBalance(at, position, totals, accounts);
  }

  private static Total total(Currency currency, List<AccountSum> accounts) {
    BigInteger debits = BigInteger.ZERO;
    BigInteger credits = BigInteger.ZERO;
    for (AccountSum account : accounts) {
      if (account.currency().equals(currency)) {
        debits = debits.add(account.debitsMinor());
        credits = credits.add(account.creditsMinor());
      }
    }
    return new Total(currency, debits, credits, debits.subtract(credits));
  }
}
