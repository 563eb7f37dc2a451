package io.daybook.kyb.screening.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenCommandTest {
  private static final String LIST = "samples/own.csv";
  private static final String QUERIES = "samples/queries.csv";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void screensTheSampleQueriesAgainstASampleList() throws IOException {
    Path result = folder.resolve("result.csv");

    int code = run("--list", LIST, "--queries", QUERIES, "--out", result.toString());

    assertThat(code).as(err.toString()).isZero();
    List<String> lines = Files.readAllLines(result);
    assertThat(lines.getFirst()).isEqualTo("query_id,rank,entity_id,score,explanation");
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> line.replaceAll("^(\\w+,\\d+,[\\w-]+),.*", "$1"))
        .containsExactly("q1,1,P-1", "q2,1,P-1", "q3,1,C-1", "q4,1,P-1", "q5,1,V-1");
  }

  @Test
  void scoresTheSamplePairs() {
    assertThat(run("pairs", "samples/pairs.csv")).isZero();
    assertThat(out.toString().lines().skip(1))
        .extracting(line -> line.contains(",true,"))
        .containsExactly(true, false, true);
  }

  @Test
  void aTableOfPairsWithABadRowIsRefusedAndLeavesNoResult() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.csv"), "name1,name2\nA B,A C\nA B,\n");
    Path result = folder.resolve("scores.csv");

    assertThat(run("pairs", pairs.toString())).isEqualTo(4);
    assertThat(run("pairs", pairs.toString(), "--out", result.toString())).isEqualTo(4);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("screen: refused: p.csv: line 3: needs two names");
    assertThat(result).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "name1,name2\n"})
  void aTableWithoutARowIsRefused(String text) throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), text);
    Path result = folder.resolve("result.csv");

    assertThat(run("pairs", table.toString(), "--out", result.toString())).isEqualTo(4);
    assertThat(err.toString()).startsWith("screen: refused: t.csv: ").hasLineCount(1);
    assertThat(result).doesNotExist();
  }

  @Test
  void aFileWithoutAQueryIsRefused() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.csv"), "id,name\n");
    Path result = folder.resolve("result.csv");

    int code = run("--list", LIST, "--queries", queries.toString(), "--out", result.toString());

    assertThat(code).isEqualTo(4);
    assertThat(err.toString()).startsWith("screen: refused: q.csv: no query in it");
    assertThat(result).doesNotExist();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("p.csv"), "\uFEFFname1,name2\nAnn Oakfield,Ann Oakfield\n");

    assertThat(run("pairs", pairs.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Ann Oakfield,Ann Oakfield,1.0000,true");
  }

  @Test
  void aTableInAnotherEncodingIsRefused() throws IOException {
    Path pairs =
        Files.write(folder.resolve("p.csv"), "name1,name2\nJos\u00e9,B\n".getBytes(ISO_8859_1));

    assertThat(run("pairs", pairs.toString())).isEqualTo(4);
    assertThat(err.toString()).startsWith("screen: refused: p.csv: not in UTF-8");
  }

  @Test
  void aFileOfNamesAloneIsScreenedByTheirLines() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.csv"), "Viktor Drozdovsky\nNobody At All\n");
    Path result = folder.resolve("result.csv");

    int code = run("--list", LIST, "--queries", queries.toString(), "--out", result.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(Files.readAllLines(result)).hasSize(2).last().asString().startsWith("1,1,P-1,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\nq1,\"open\n",
        "id,nom\nq1,A B\n",
        "id,name,type\nq1,A B,planet\n",
        "id,name,birth_date\nq1,A B,soon\n",
        "id,name\nq1,\n"
      })
  void aFileOfQueriesThatIsNoneIsRefusedAndLeavesNoResult(String text) throws IOException {
    Path queries = Files.writeString(folder.resolve("q.csv"), text);
    Path result = folder.resolve("result.csv");

    int code = run("--list", LIST, "--queries", queries.toString(), "--out", result.toString());

    assertThat(code).isEqualTo(4);
    assertThat(err.toString()).startsWith("screen: refused: q.csv: line ");
    assertThat(result).doesNotExist();
  }

  @Test
  void aNameOfTenThousandCharactersIsRefused() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.csv"), "q1," + "a".repeat(10_000) + "\n");

    int code =
        run(
            "--list",
            LIST,
            "--queries",
            queries.toString(),
            "--out",
            folder.resolve("r").toString());

    assertThat(code).isEqualTo(4);
    assertThat(err.toString()).contains("10,000");
  }

  @Test
  void measuresTheSampleList() {
    assertThat(run("quality", "--list", LIST, "--count", "5")).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("clean").contains("false alerts");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(run()).isEqualTo(3);
    assertThat(run("--list", "nowhere.csv", "--queries", QUERIES, "--out", "x.csv")).isEqualTo(3);
    assertThat(run("--list", LIST, "--queries", "nowhere.csv", "--out", "x.csv")).isEqualTo(3);
    assertThat(run("pairs", "nowhere.csv")).isEqualTo(3);
    assertThat(run("--min-score", "NaN", "--list", LIST, "--queries", QUERIES, "--out", "x.csv"))
        .isEqualTo(3);
  }

  private int run(String... arguments) {
    return ScreenCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
