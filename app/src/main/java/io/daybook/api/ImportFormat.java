package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryRequest;
import io.daybook.api.LedgerBodies.PostingBody;
import io.daybook.ledger.book.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** How a line of an import says an entry. */
sealed interface ImportFormat {
  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is not of this format
   */
  EntryRequest read(String line);

  /** Whether the first line names the columns. */
  boolean hasHead();

  /** One JSON object on each line, as a single entry is posted. */
  record Ndjson(JsonMapper json) implements ImportFormat {
    @Override
    public EntryRequest read(String line) {
      try {
        return json.readValue(line, EntryRequest.class);
      } catch (JacksonException e) {
        throw new IllegalArgumentException("the line is no entry in JSON", e);
      }
    }

    @Override
    public boolean hasHead() {
      return false;
    }
  }

  /** Entries of two lines, one in each row. */
  record Csv() implements ImportFormat {
    static final String HEAD =
        "debit,credit,amountMinor,currency,memo,reference,externalReference,valueDate";
    private static final int COLUMNS = 8;
    private static final ObjectReader ROW = CsvMapper.shared().readerForListOf(String.class);

    @Override
    public EntryRequest read(String line) {
      List<String> values = values(line);
      if (values.size() != COLUMNS) {
        throw new IllegalArgumentException("a row has " + COLUMNS + " values");
      }
      values.forEach(Csv::requirePlain);
      var amount = new MoneyBody(number(values.get(2)), values.get(3));
      return new EntryRequest(
          null,
          List.of(
              new PostingBody(values.get(0), Side.DEBIT, amount),
              new PostingBody(values.get(1), Side.CREDIT, amount)),
          values.get(4),
          values.get(5),
          orNull(values.get(6)),
          orNull(values.get(7)),
          null,
          null,
          null,
          null);
    }

    private static List<String> values(String line) {
      try {
        return ROW.readValue(line);
      } catch (JacksonException e) {
        throw new IllegalArgumentException("the line is no row of CSV", e);
      }
    }

    private static void requirePlain(String value) {
      try {
        PlainTextRule.check(value);
      } catch (InvalidTextException e) {
        throw new IllegalArgumentException(e.getOriginalMessage(), e);
      }
    }

    private static long number(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("amountMinor is no whole number", e);
      }
    }

    private static @Nullable String orNull(String value) {
      return value.isEmpty() ? null : value;
    }

    @Override
    public boolean hasHead() {
      return true;
    }
  }
}
