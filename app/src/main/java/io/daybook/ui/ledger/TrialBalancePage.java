package io.daybook.ui.ledger;

import io.daybook.reports.AccountSum;
import io.daybook.reports.TrialBalance;
import java.util.List;

/**
 * The trial balance.
 *
 * @param asOf when it was true
 * @param position up to where the journal was read
 * @param isBalanced whether debits equal credits in every currency
 */
record TrialBalancePage(
    String asOf, long position, boolean isBalanced, List<Row> totals, List<Row> rows) {

  record Row(String account, String kind, String debits, String credits, String balance) {}

  static TrialBalancePage of(TrialBalance balance) {
    return new TrialBalancePage(
        Shown.time(balance.at()),
        balance.position(),
        balance.totals().stream().allMatch(total -> total.differenceMinor().signum() == 0),
        balance.totals().stream().map(TrialBalancePage::total).toList(),
        balance.accounts().stream().map(TrialBalancePage::row).toList());
  }

  private static Row total(TrialBalance.Total total) {
    return new Row(
        total.currency().getCurrencyCode(),
        "",
        Shown.amount(total.debitsMinor(), total.currency()),
        Shown.amount(total.creditsMinor(), total.currency()),
        Shown.amount(total.differenceMinor(), total.currency()));
  }

  private static Row row(AccountSum account) {
    return new Row(
        account.account().value(),
        Words.kind(account.kind()),
        Shown.amount(account.debitsMinor(), account.currency()),
        Shown.amount(account.creditsMinor(), account.currency()),
        Shown.amount(account.balanceMinor(), account.currency()));
  }
}
