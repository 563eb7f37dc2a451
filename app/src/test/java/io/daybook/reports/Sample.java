package io.daybook.reports;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Side;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A small ledger with names and texts that are hard to write down. */
final class Sample {
  static final Currency EUR = Currency.getInstance("EUR");
  static final Currency JPY = Currency.getInstance("JPY");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant END = Instant.parse("2026-02-01T00:00:00Z");
  static final String CASH = "cash";
  static final String LIKE_CASH = "Cash";
  static final String SALES = "platform:_fees:a_b-c";

  private static final String MEMO = "=1+1; \"quoted\" \\ back, with\nlines | and ünïcode 票 : end";

  private Sample() {}

  static GeneralLedger ledger() {
    return new GeneralLedger(
        new Period(START, END),
        END,
        42,
        List.of(
            account(LIKE_CASH, AccountKind.ASSET, EUR, 0, 0),
            account(CASH, AccountKind.ASSET, EUR, 1_050, 50),
            account("cash:till", AccountKind.ASSET, EUR, 200, 0),
            account("cash:yen", AccountKind.ASSET, JPY, 300, 0),
            account("owed:yen", AccountKind.LIABILITY, JPY, 0, 300),
            account(SALES, AccountKind.REVENUE, EUR, 50, 1_250)),
        List.of(
            line(1, 1, CASH, Side.DEBIT, 1_050, EUR),
            line(1, 2, SALES, Side.CREDIT, 1_050, EUR),
            line(1, 3, "cash:yen", Side.DEBIT, 300, JPY),
            line(1, 4, "owed:yen", Side.CREDIT, 300, JPY),
            line(2, 1, SALES, Side.DEBIT, 50, EUR),
            line(2, 2, CASH, Side.CREDIT, 50, EUR),
            line(3, 1, "cash:till", Side.DEBIT, 200, EUR),
            line(3, 2, SALES, Side.CREDIT, 200, EUR)));
  }

  static Statement statement(int lines) {
    var statement = new ArrayList<StatementLine>();
    for (int i = 1; i <= lines; i++) {
      statement.add(
          new StatementLine(
              entry(i),
              1,
              START.plusSeconds(i),
              Side.DEBIT,
              BigInteger.valueOf(105),
              BigInteger.valueOf(1_000 + 105L * i),
              MEMO,
              "ref;" + i,
              i));
    }
    return new Statement(
        account(CASH, AccountKind.ASSET, EUR, 1_000 + 105L * lines, 0),
        new Period(START, END),
        END,
        42,
        BigInteger.valueOf(1_000),
        BigInteger.valueOf(1_000 + 105L * lines),
        statement);
  }

  private static AccountSum account(
      String path, AccountKind kind, Currency currency, long debits, long credits) {
    long balance = kind.normalSide() == Side.DEBIT ? debits - credits : credits - debits;
    return new AccountSum(
        new AccountId(path),
        kind,
        currency,
        BigInteger.valueOf(debits),
        BigInteger.valueOf(credits),
        BigInteger.valueOf(balance),
        START);
  }

  private static JournalLine line(
      int number, int line, String account, Side side, long amount, Currency currency) {
    return new JournalLine(
        entry(number),
        line,
        START.plusSeconds(number),
        new AccountId(account),
        side,
        BigInteger.valueOf(amount),
        currency,
        MEMO,
        "ref, " + number,
        number);
  }

  private static EntryId entry(int number) {
    return new EntryId("ent_%026d".formatted(number));
  }
}
