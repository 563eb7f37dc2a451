package io.daybook.reports;

import io.daybook.ledger.book.AccountKind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is owned and owed as of a time, summed up by path, in minor units.
 *
 * <p>In each currency assets equal liabilities, equity and the result so far together.
 *
 * @param at the first moment whose entries are not in it
 * @param position up to where the journal was read
 */
public record BalanceSheet(Instant at, long position, List<Section> sections) {
  /** Copies the list. */
  public BalanceSheet {
    sections = List.copyOf(sections);
  }

  /**
   * One currency.
   *
   * @param resultMinor revenue less expenses
   * @param differenceMinor assets less all others; zero in a sound book
   * @param lines those of a path before those below it
   */
  public record Section(
      Currency currency,
      BigInteger assetsMinor,
      BigInteger liabilitiesMinor,
      BigInteger equityMinor,
      BigInteger resultMinor,
      BigInteger differenceMinor,
      List<Line> lines) {
    /** Copies the list. */
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The sum over an account and all below its path.
   *
   * @param path of an account, or what several accounts begin with
   */
  public record Line(AccountKind kind, String path, BigInteger balanceMinor) {}

  private record Place(AccountKind kind, String path) {}

  /** Returns the balance sheet that a trial balance adds up to. */
  public static BalanceSheet of(TrialBalance balance) {
    return new BalanceSheet(
        balance.at(),
        balance.position(),
        balance.totals().stream()
            .map(total -> section(total.currency(), balance.accounts()))
            .toList());
  }

  private static Section section(Currency currency, List<AccountSum> all) {
    List<AccountSum> accounts =
        all.stream().filter(account -> account.currency().equals(currency)).toList();
    BigInteger assets = sum(accounts, AccountKind.ASSET);
    BigInteger liabilities = sum(accounts, AccountKind.LIABILITY);
    BigInteger equity = sum(accounts, AccountKind.EQUITY);
    BigInteger result =
        sum(accounts, AccountKind.REVENUE).subtract(sum(accounts, AccountKind.EXPENSE));
    return new Section(
        currency,
        assets,
        liabilities,
        equity,
        result,
        assets.subtract(liabilities).subtract(equity).subtract(result),
        lines(accounts));
  }

  private static BigInteger sum(List<AccountSum> accounts, AccountKind kind) {
    return accounts.stream()
        .filter(account -> account.kind() == kind)
        .map(AccountSum::balanceMinor)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<Line> lines(List<AccountSum> accounts) {
    Map<Place, BigInteger> sums =
        new TreeMap<>(Comparator.comparing(Place::kind).thenComparing(Place::path));
    for (AccountSum account : accounts) {
      for (String path : paths(account.account().value())) {
        sums.merge(new Place(account.kind(), path), account.balanceMinor(), BigInteger::add);
      }
    }
    return sums.entrySet().stream()
        .map(sum -> new Line(sum.getKey().kind(), sum.getKey().path(), sum.getValue()))
        .toList();
  }

  /** Returns {@code a}, {@code a:b} and {@code a:b:c} of {@code a:b:c}. */
  private static List<String> paths(String account) {
    var paths = new ArrayList<String>();
    for (int end = account.indexOf(':'); end >= 0; end = account.indexOf(':', end + 1)) {
      paths.add(account.substring(0, end));
    }
    paths.add(account);
    return paths;
  }
}
