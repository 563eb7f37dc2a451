package io.daybook.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Reads statements in CSV (RFC 4180) with the columns {@code date,amount,currency,reference} in any
 * order; others are not looked at.
 */
final class CsvStatement {
  private static final List<String> COLUMNS = List.of("date", "amount", "currency", "reference");

  private CsvStatement() {}

  static List<ExternalLine> parse(String text, Currency currency) throws StatementMalformed {
    List<List<String>> rows = rows(text);
    if (rows.isEmpty()) {
      throw new StatementMalformed("line 1", "there is no header");
    }
    List<String> header =
        rows.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (!header.containsAll(COLUMNS)) {
      throw new StatementMalformed("line 1", "the header names " + String.join(", ", COLUMNS));
    }
    var lines = new ArrayList<ExternalLine>();
    for (int i = 1; i < rows.size(); i++) {
      lines.add(line(rows.get(i), header, currency, "line " + (i + 1)));
    }
    return lines;
  }

  private static ExternalLine line(
      List<String> row, List<String> header, Currency currency, String where)
      throws StatementMalformed {
    if (row.size() != header.size()) {
      throw new StatementMalformed(where, "there are not as many fields as columns");
    }
    if (!row.get(header.indexOf("currency")).strip().equals(currency.getCurrencyCode())) {
      throw new StatementMalformed(where, "the account is in " + currency);
    }
    return new ExternalLine(
        Reference.of(row.get(header.indexOf("reference"))),
        date(row.get(header.indexOf("date")).strip(), where),
        ExternalAmount.parse(row.get(header.indexOf("amount")).strip(), currency, where));
  }

  static LocalDate date(String text, String where) throws StatementMalformed {
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException e) {
      throw new StatementMalformed(where, "a date is such as 2026-11-27");
    }
  }

  private static List<List<String>> rows(String text) throws StatementMalformed {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (isQuoted || (c != ',' && c != '\n' && c != '\r')) {
        field.append(c);
      } else if (c != '\r') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          end(rows, row);
        }
      }
    }
    if (isQuoted) {
      throw new StatementMalformed("end", "a quotation mark is missing");
    }
    row.add(field.toString());
    end(rows, row);
    return rows;
  }

  /** Takes over a row; a blank line is none. */
  private static void end(List<List<String>> rows, List<String> row) {
    if (row.size() > 1 || !row.getFirst().isBlank()) {
      rows.add(List.copyOf(row));
    }
    row.clear();
  }
}
