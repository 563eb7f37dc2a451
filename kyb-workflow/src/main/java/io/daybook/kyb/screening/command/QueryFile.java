package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.list.Csv;
import io.daybook.kyb.screening.list.Header;
import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.screening.match.ScreeningQuery;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of queries.
 *
 * @param queries in the file's order
 */
record QueryFile(List<ScreeningQuery> queries) {

  static QueryFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no file of queries: " + file);
    }
    try (var text = Files.newBufferedReader(file)) {
      return new QueryFile(read(file, new Csv(text)));
    } catch (CharacterCodingException e) {
      throw new ListRefused(file.getFileName() + ": not in UTF-8", e);
    }
  }

  private static List<ScreeningQuery> read(Path file, Csv csv) throws IOException {
    var queries = new ArrayList<ScreeningQuery>();
    var header = new Header(List.of("id", "name", "type", "birth_date", "country"));
    boolean isFirst = true;
    try {
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        if (isFirst && QueryColumns.isHeader(row.get())) {
          header = new Header(row.get());
        } else if (isFirst && QueryColumns.isNamelessHeader(row.get())) {
          throw new UsageException("a header without the column name");
        } else {
          query(header, row.get(), csv.line()).ifPresent(queries::add);
        }
        isFirst = false;
      }
    } catch (ListRefused e) {
      throw new ListRefused(file.getFileName() + ": " + e.getMessage(), e);
    } catch (UsageException e) {
      throw new ListRefused(
          "%s: line %d: %s".formatted(file.getFileName(), csv.line(), e.getMessage()), e);
    }
    if (queries.isEmpty()) {
      throw new ListRefused(file.getFileName() + ": no query in it");
    }
    return queries;
  }

  private static Optional<ScreeningQuery> query(Header header, List<String> row, long line) {
    if (row.size() == 1 && row.getFirst().isBlank()) {
      return Optional.empty();
    }
    // A table of names alone has one column, which is no id.
    List<String> full = row.size() == 1 && header.size() > 1 ? List.of("", row.getFirst()) : row;
    ScreeningQuery query = QueryColumns.query(header, full, String.valueOf(line));
    boolean isEmpty =
        query.names().isEmpty() && query.identifiers().isEmpty() && query.wallets().isEmpty();
    if (isEmpty) {
      throw new UsageException("neither a name nor an identifier nor a wallet");
    }
    return Optional.of(query);
  }
}
