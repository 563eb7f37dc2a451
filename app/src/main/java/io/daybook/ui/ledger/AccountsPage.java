package io.daybook.ui.ledger;

import io.daybook.reports.BalanceSheet;
import io.daybook.reports.BalanceSheet.Line;
import io.daybook.reports.BalanceSheet.Section;
import io.daybook.reports.TrialBalance;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tree of accounts, a table for each currency.
 *
 * @param asOf when it was true
 */
record AccountsPage(String asOf, List<Table> tables) {

  /**
   * One currency.
   *
   * @param isSound whether its sides are equal
   */
  record Table(
      String currency,
      String assets,
      String liabilities,
      String equity,
      String result,
      boolean isSound,
      List<Row> rows) {}

  /**
   * A path and the sum below it.
   *
   * @param name its last part
   * @param depth how deep in the tree, from 0
   * @param isAccount whether there is an account of this path itself
   */
  record Row(String kind, String path, String name, int depth, boolean isAccount, String balance) {}

  static AccountsPage of(BalanceSheet sheet, TrialBalance balance) {
    Set<String> accounts =
        balance.accounts().stream()
            .map(account -> account.account().value() + " " + account.kind())
            .collect(Collectors.toSet());
    return new AccountsPage(
        Shown.time(sheet.at()),
        sheet.sections().stream().map(section -> table(section, accounts)).toList());
  }

  private static Table table(Section section, Set<String> accounts) {
    Currency currency = section.currency();
    return new Table(
        currency.getCurrencyCode(),
        Shown.amount(section.assetsMinor(), currency),
        Shown.amount(section.liabilitiesMinor(), currency),
        Shown.amount(section.equityMinor(), currency),
        Shown.amount(section.resultMinor(), currency),
        section.differenceMinor().signum() == 0,
        section.lines().stream().map(line -> row(line, currency, accounts)).toList());
  }

  private static Row row(Line line, Currency currency, Set<String> accounts) {
    String path = line.path();
    return new Row(
        Words.kind(line.kind()),
        path,
        path.substring(path.lastIndexOf(':') + 1),
        (int) path.chars().filter(c -> c == ':').count(),
        accounts.contains(path + " " + line.kind()),
        Shown.amount(line.balanceMinor(), currency));
  }
}
