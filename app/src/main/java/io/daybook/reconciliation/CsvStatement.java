package io.daybook.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads statements in CSV (RFC 4180) with the columns {@code date,amount,currency,reference} in any
 * order; others are not looked at.
 */
final class CsvStatement {
  private static final List<String> COLUMNS = List.of("date", "amount", "currency", "reference");

  private static final ObjectReader ROWS =
      CsvMapper.shared()
          .readerForListOf(String.class)
          .with(CsvReadFeature.WRAP_AS_ARRAY)
          .with(CsvReadFeature.SKIP_EMPTY_LINES);

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
      lines.add(line(rows.get(i), header, currency, "row " + (i + 1)));
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
    try (MappingIterator<List<String>> rows = ROWS.readValues(text)) {
      return rows.readAll();
    } catch (JacksonException e) {
      throw new StatementMalformed("line " + e.getLocation().getLineNr(), "this is no CSV");
    }
  }
}
