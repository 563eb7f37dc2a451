package io.daybook.ui.ledger;

import io.daybook.ledger.book.Side;
import io.daybook.reports.Statement;
import io.daybook.reports.StatementLine;
import java.util.Currency;
import java.util.List;

/**
 * An account, its balance over a period, and its latest postings.
 *
 * @param more whether there are more postings in the period than are shown
 */
record AccountPage(
    String account,
    String kind,
    String balance,
    String from,
    String until,
    BalanceChart chart,
    List<Row> rows,
    boolean more) {
  private static final int SHOWN = 100;

  record Row(String time, String entry, String memo, String debit, String credit, String balance) {}

  static AccountPage of(Statement statement) {
    Currency currency = statement.account().currency();
    List<StatementLine> lines = statement.lines();
    return new AccountPage(
        statement.account().account().value(),
        Words.kind(statement.account().kind()),
        Shown.amount(statement.closingMinor(), currency),
        Shown.time(statement.period().from()),
        Shown.time(statement.period().until()),
        BalanceChart.of(statement),
        lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()).reversed().stream()
            .map(line -> row(line, currency))
            .toList(),
        lines.size() > SHOWN);
  }

  private static Row row(StatementLine line, Currency currency) {
    String amount = Shown.amount(line.amountMinor(), currency);
    return new Row(
        Shown.time(line.postedAt()),
        line.entry().value(),
        line.memo(),
        line.side() == Side.DEBIT ? amount : "",
        line.side() == Side.CREDIT ? amount : "",
        Shown.amount(line.balanceMinor(), currency));
  }
}
