package io.daybook.journal.audit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.ExportDiff.Head;
import io.daybook.journal.audit.ExportDiff.Relation;
import io.daybook.journal.audit.ExportDiff.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two exports. */
@Command(
    name = "diff",
    description = "Compares two exports: what they have in common, and where they fork.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "An export: a folder or a zip file.")
  private Path one;

  @Parameters(index = "1", paramLabel = "B", description = "Another export.")
  private Path other;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    try {
      Result result = compare();
      spec.commandLine().getOut().print(isJson ? json(result) : text(result));
      spec.commandLine().getOut().flush();
      return exitCode(result);
    } catch (MalformedException e) {
      throw new IOException(e.getMessage() + "; run 'verify' on both", e);
    }
  }

  private Result compare() throws IOException {
    try (var first = ExportFiles.open(one);
        var second = ExportFiles.open(other);
        var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      return ExportDiff.compare(first, second, progress);
    }
  }

  private static int exitCode(Result result) {
    boolean agrees =
        result.relation() != Relation.FORKED
            && result.relation() != Relation.OTHER_LOG
            && result.rowDifferences() == 0;
    return agrees ? 0 : AuditReport.Verdict.TAMPERED.exitCode();
  }

  private static String text(Result result) {
    var text = new StringBuilder();
    text.append("A: ").append(head(result.one())).append("\n");
    text.append("B: ").append(head(result.other())).append("\n");
    text.append("common: ")
        .append(result.commonRecords())
        .append(" records, root ")
        .append(result.commonRoot())
        .append("\n");
    result
        .rows()
        .forEach(row ->
            text.append("record " + row.leafIndex() + " is common, but " + row.what() + "\n"));
    if (!result.fork().isEmpty()) {
      text.append("fork at record ").append(result.commonRecords()).append("\n");
      text.append("A: ").append(describe(result.fork().get(0))).append("\n");
      text.append("B: ").append(describe(result.fork().get(1))).append("\n");
    }
    return text.append(verdict(result)).append("\n").toString();
  }

  private static String head(Head head) {
    return ReportText.printable(head.checkpoint().origin())
        + ", "
        + head.checkpoint().size()
        + " records, root "
        + head.checkpoint().rootHash()
        + (head.isSigned() ? ", signed by the keys of its policy" : ", NOT signed");
  }

  private static String describe(Optional<Header> header) {
    return header
        .map(found -> ReportText.printable(Columns.of(found.facts()).toString()))
        .orElse("no readable header");
  }

  private static String verdict(Result result) {
    long more = Math.abs(result.one().checkpoint().size() - result.other().checkpoint().size());
    String verdict =
        switch (result.relation()) {
          case SAME -> "SAME";
          case FIRST_CONTINUES_SECOND -> "A CONTINUES B by " + more + " records";
          case SECOND_CONTINUES_FIRST -> "B CONTINUES A by " + more + " records";
          case FORKED -> "FORKED";
          case OTHER_LOG -> "TWO LOGS";
        };
    String rows =
        result.rowDifferences() == 0
            ? ""
            : ", " + result.rowDifferences() + " common records with other rows";
    String proof =
        result.isEquivocation()
            ? "\nBoth checkpoints are signed by the same keys: keep both exports, they prove that"
                + " the log showed two histories."
            : "";
    return verdict + rows + proof;
  }

  private static String json(Result result) {
    var json = new JsonObject();
    json.addProperty("relation", result.relation().name().toLowerCase(Locale.ROOT));
    json.addProperty("exitCode", exitCode(result));
    json.addProperty("equivocation", result.isEquivocation());
    json.add("a", jsonHead(result.one()));
    json.add("b", jsonHead(result.other()));
    json.addProperty("commonRecords", result.commonRecords());
    json.addProperty("commonRootHash", result.commonRoot().toHex());
    json.addProperty("rowDifferences", result.rowDifferences());
    var rows = new JsonArray();
    result
        .rows()
        .forEach(row -> {
          var difference = new JsonObject();
          difference.addProperty("leafIndex", row.leafIndex());
          difference.addProperty("what", row.what());
          rows.add(difference);
        });
    json.add("rows", rows);
    json.add("fork", jsonFork(result.fork()));
    return ReportJson.print(json);
  }

  private static JsonObject jsonHead(Head head) {
    var json = new JsonObject();
    json.addProperty("origin", head.checkpoint().origin());
    json.addProperty("size", head.checkpoint().size());
    json.addProperty("rootHash", head.checkpoint().rootHash().toHex());
    json.addProperty("signed", head.isSigned());
    return json;
  }

  private static JsonArray jsonFork(List<Optional<Header>> fork) {
    var headers = new JsonArray();
    for (Optional<Header> header : fork) {
      var json = new JsonObject();
      header.ifPresent(found -> {
        json.addProperty("leafHash", found.leafHash().toHex());
        Columns.of(found.facts()).forEach(json::addProperty);
      });
      headers.add(json);
    }
    return headers;
  }
}
