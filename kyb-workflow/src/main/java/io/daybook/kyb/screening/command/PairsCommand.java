package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.list.Csv;
import io.daybook.kyb.screening.list.Header;
import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.screening.match.PairScorer;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.match.ScreeningQuery;
import io.daybook.kyb.screening.name.NameParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code screen pairs}: scores two names in each row of a table. */
@Command(
    name = "pairs",
    description = "Scores two names in each row.",
    mixinStandardHelpOptions = true)
final class PairsCommand implements Callable<Integer> {
  private static final String[] FIRST = {
    "name1", "name_1", "name_a", "left", "query", "query_name", "a"
  };
  private static final String[] SECOND = {
    "name2", "name_2", "name_b", "right", "listed", "result", "candidate", "b"
  };

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Parameters(
      paramLabel = "FILE.csv",
      description =
          "With a header: name1, name2, type, birth_date, country; birth_date2 and country2 are the"
              + " second name's. Without: in this order.")
  private Path file;

  @Nullable
  @Option(
      names = "--out",
      paramLabel = "RESULT.csv",
      description = "Where the scores go; if not given to standard output.")
  private Path out;

  private record Pair(ScreeningQuery query, ScreeningQuery listed) {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no file of pairs: " + file);
    }
    // A bad row is told before anything is written.
    List<Pair> pairs = read();
    if (out == null) {
      PrintWriter stdout = spec.commandLine().getOut();
      score(pairs, stdout);
      stdout.flush();
    } else {
      WholeFile.write(out, text -> score(pairs, text));
    }
    return 0;
  }

  private List<Pair> read() throws IOException {
    try (var text = Files.newBufferedReader(file)) {
      List<Pair> pairs = read(new Csv(text));
      if (pairs.isEmpty()) {
        throw new ListRefused("no pair of names in it");
      }
      return pairs;
    } catch (CharacterCodingException e) {
      throw new ListRefused(file.getFileName() + ": not in UTF-8", e);
    } catch (ListRefused e) {
      throw new ListRefused(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static List<Pair> read(Csv csv) throws IOException {
    var header = new Header(List.of("name1", "name2", "type", "birth_date", "country"));
    var pairs = new ArrayList<Pair>();
    boolean isFirst = true;
    for (var row = csv.next(); row.isPresent(); row = csv.next()) {
      var named = isFirst ? new Header(row.get()) : header;
      if (isFirst && named.has(FIRST) && named.has(SECOND)) {
        header = named;
      } else if (row.get().size() > 1 || !row.get().getFirst().isBlank()) {
        pairs.add(pair(header, row.get(), csv.line()));
      }
      isFirst = false;
    }
    return pairs;
  }

  private static Pair pair(Header header, List<String> row, long line) {
    String one = header.value(row, FIRST);
    String other = header.value(row, SECOND);
    if (one.isEmpty() || other.isEmpty()) {
      throw new ListRefused("line " + line + ": needs two names");
    }
    try {
      return new Pair(description(header, row, one, ""), description(header, row, other, "2"));
    } catch (UsageException e) {
      throw new ListRefused("line " + line + ": " + e.getMessage(), e);
    }
  }

  private void score(List<Pair> pairs, Writer text) throws IOException {
    var scorer = new PairScorer(new NameParser(), ScreeningPolicy.STANDARD);
    var ticker = new Ticker(spec.commandLine().getErr());
    var result = new CsvOut(text);
    result.row("name1", "name2", "score", "match", "explanation");
    long count = 0;
    for (Pair pair : pairs) {
      var score = scorer.score(pair.query(), pair.listed());
      boolean isMatch = score.score() >= ScreeningPolicy.STANDARD.threshold();
      result.row(
          pair.query().names().getFirst(),
          pair.listed().names().getFirst(),
          CsvOut.score(score.score()),
          String.valueOf(isMatch),
          score.explanation());
      count++;
      ticker.at("pairs scored", count);
    }
  }

  /** The first name's columns may also end in 1; one type serves both names. */
  private static ScreeningQuery description(
      Header header, List<String> row, String name, String side) {
    boolean isFirst = side.isEmpty();
    String type = header.value(row, "type" + (isFirst ? "1" : "2"), "type", "schema", "kind");
    String birth =
        isFirst
            ? header.value(row, "birth_date", "birth_date1", "dob", "dob1", "date_of_birth")
            : header.value(row, "birth_date2", "dob2", "date_of_birth2");
    String country =
        isFirst
            ? header.value(row, "country", "country1", "countries")
            : header.value(row, "country2", "countries2");
    return QueryColumns.named(side, name, type, birth, country);
  }
}
