package io.daybook.reports;

import io.daybook.ledger.book.Side;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes CSV (RFC 4180). A text that a spreadsheet would take for a formula begins with an
 * apostrophe; numbers are left as they are.
 */
public final class Csv {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n].*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private static final ObjectWriter ROWS =
      CsvMapper.shared()
          .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"))
          .with(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING);

  private final List<List<String>> rows = new ArrayList<>();

  private Csv(Object... columns) {
    add(columns);
  }

  private void add(Object... values) {
    rows.add(Arrays.stream(values).map(value -> noFormula(value.toString())).toList());
  }

  static String noFormula(String value) {
    return FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches()
        ? "'" + value
        : value;
  }

  @Override
  public String toString() {
    var text = new StringWriter();
    try (SequenceWriter writer = ROWS.writeValues(text)) {
      writer.writeAll(rows);
    }
    return text.toString();
  }

  /** Returns a statement, its opening and closing balance in lines without an entry. */
  public static String of(Statement statement) {
    var currency = statement.account().currency();
    var csv =
        new Csv(
            "time", "entry", "line", "side", "amount", "balance", "currency", "memo", "reference");
    csv.add(
        statement.period().from(),
        "",
        "",
        "",
        "",
        Amounts.text(statement.openingMinor(), currency),
        currency,
        "opening balance",
        "");
    for (StatementLine line : statement.lines()) {
      csv.add(
          line.postedAt(),
          line.entry(),
          line.line(),
          line.side(),
          Amounts.text(line.amountMinor(), currency),
          Amounts.text(line.balanceMinor(), currency),
          currency,
          line.memo(),
          line.reference());
    }
    csv.add(
        statement.period().until(),
        "",
        "",
        "",
        "",
        Amounts.text(statement.closingMinor(), currency),
        currency,
        "closing balance",
        "");
    return csv.toString();
  }

  /** Returns all postings of a period. */
  public static String of(GeneralLedger ledger) {
    var csv =
        new Csv(
            "position",
            "time",
            "entry",
            "line",
            "account",
            "debit",
            "credit",
            "currency",
            "memo",
            "reference");
    for (JournalLine line : ledger.lines()) {
      String amount = Amounts.text(line.amountMinor(), line.currency());
      boolean isDebit = line.side() == Side.DEBIT;
      csv.add(
          line.position(),
          line.postedAt(),
          line.entry(),
          line.line(),
          line.account(),
          isDebit ? amount : "",
          isDebit ? "" : amount,
          line.currency(),
          line.memo(),
          line.reference());
    }
    return csv.toString();
  }

  /** Returns all accounts and their sums. */
  public static String of(TrialBalance balance) {
    var csv = new Csv("account", "kind", "currency", "debits", "credits", "balance");
    for (AccountSum account : balance.accounts()) {
      csv.add(
          account.account(),
          account.kind(),
          account.currency(),
          Amounts.text(account.debitsMinor(), account.currency()),
          Amounts.text(account.creditsMinor(), account.currency()),
          Amounts.text(account.balanceMinor(), account.currency()));
    }
    return csv.toString();
  }
}
