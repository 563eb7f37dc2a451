package io.daybook.kyb.screening.list;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma separated values record by record (RFC 4180), without empty lines.
 *
 * <p>A quote that is never closed, or that is closed in the middle of a value, is refused: the file
 * is cut off or is something else.
 */
public final class Csv {
  private static final int LONGEST_VALUE = 1 << 20;
  private static final int LONGEST_RECORD = 1 << 23;
  private static final int MOST_VALUES = 1_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CloseableIterator<CsvRecord> records;
  private long line;

  /** Reads values that are separated by commas; a byte order mark is passed over. */
  public Csv(Reader reader) throws IOException {
    this(reader, ',');
  }

  /** Reads values that are separated by another character. */
  public Csv(Reader reader, char separator) throws IOException {
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(
                CsvRecordHandler.of(limits ->
                    limits
                        .maxFields(MOST_VALUES)
                        .maxFieldSize(LONGEST_VALUE)
                        .maxRecordSize(LONGEST_RECORD)),
                withoutMark(reader))
            .iterator();
  }

  private static Reader withoutMark(Reader reader) throws IOException {
    Reader text = reader.markSupported() ? reader : new BufferedReader(reader);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** The line that the last record starts on, from 1. */
  public long line() {
    return line;
  }

  /**
   * Returns the next record, or nothing at the end.
   *
   * @throws ListRefused if the text is not well-formed
   */
  public Optional<List<String>> next() throws IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord read = records.next();
      line = read.getStartingLineNumber();
      List<String> values = read.getFields();
      if (values.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
        throw new ListRefused("line " + line + ": a NUL character; this is no text");
      }
      return Optional.of(values);
    } catch (CsvParseException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new ListRefused("line %d or later: %s".formatted(line + 1, why), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
