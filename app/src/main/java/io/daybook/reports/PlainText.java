package io.daybook.reports;

import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.Side;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the plain-text formats of other bookkeeping programs have in common. */
final class PlainText {
  private PlainText() {}

  static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** Returns {@code text} in one line. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** Returns a posting's or a balance's amount as both formats have it: debits above zero. */
  static String amount(JournalLine line) {
    BigInteger signed =
        line.side() == Side.DEBIT ? line.amountMinor() : line.amountMinor().negate();
    return Amounts.text(signed, line.currency()) + " " + line.currency();
  }

  static String balance(AccountSum account) {
    BigInteger signed = account.debitsMinor().subtract(account.creditsMinor());
    return Amounts.text(signed, account.currency()) + " " + account.currency();
  }

  /** Returns the lines of each entry together. */
  static List<List<JournalLine>> entries(List<JournalLine> lines) {
    var entries = new ArrayList<List<JournalLine>>();
    for (JournalLine line : lines) {
      if (entries.isEmpty() || !entries.getLast().getFirst().entry().equals(line.entry())) {
        entries.add(new ArrayList<>());
      }
      entries.getLast().add(line);
    }
    return entries;
  }

  static String root(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "Assets";
      case EXPENSE -> "Expenses";
      case LIABILITY -> "Liabilities";
      case EQUITY -> "Equity";
      case REVENUE -> "Income";
    };
  }
}
