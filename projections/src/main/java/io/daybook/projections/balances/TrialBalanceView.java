package io.daybook.projections.balances;

import io.daybook.ledger.book.BookId;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * The sums over all accounts of a book and the accounts themselves, read at one moment.
 *
 * @param accounts in the order of their paths
 */
public record TrialBalanceView(BookId book, List<Total> totals, List<AccountView> accounts) {
  /** Copies the lists. */
  public TrialBalanceView {
    totals = List.copyOf(totals);
    accounts = List.copyOf(accounts);
  }

  /** Whether debits equal credits in every currency. */
  public boolean isBalanced() {
    return totals.stream().allMatch(total -> total.differenceMinor().signum() == 0);
  }

  /**
   * The sums in one currency, in minor units.
   *
   * @param differenceMinor debits less credits; zero in a sound book
   */
  public record Total(
      Currency currency,
      BigInteger debitsMinor,
      BigInteger creditsMinor,
      BigInteger differenceMinor) {}

  static TrialBalanceView of(BookId book, List<AccountView> accounts) {
    return new TrialBalanceView(
        book,
        accounts.stream()
            .map(AccountView::currency)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .map(currency -> total(currency, accounts))
            .toList(),
        accounts);
  }

  private static Total total(Currency currency, List<AccountView> accounts) {
    List<AccountView> counted =
        accounts.stream().filter(account -> account.currency().equals(currency)).toList();
    BigInteger debits = sum(counted.stream().map(AccountView::debitsMinor).toList());
    BigInteger credits = sum(counted.stream().map(AccountView::creditsMinor).toList());
    return new Total(currency, debits, credits, debits.subtract(credits));
  }

  private static BigInteger sum(List<BigInteger> amounts) {
    return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
