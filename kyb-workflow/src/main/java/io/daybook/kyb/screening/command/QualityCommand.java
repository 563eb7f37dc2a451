package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.name.NameParser;
import io.daybook.kyb.screening.quality.QualityReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code screen quality}: measures recall and false alerts. */
@Command(
    name = "quality",
    description = "Measures how many of a list's people are found, clean and mangled.",
    mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @Mixin private ListOptions lists = new ListOptions();

  @Option(
      names = "--entities",
      defaultValue = "20000",
      description = "How many to make up if no list is given (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--count",
      defaultValue = "500",
      description = "How many questions of each sort (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal reports (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (entities < 1 || entities > 2_000_000 || count < 1) {
      throw new UsageException("--entities is 1 to 2,000,000, and --count at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    List<ListedEntity> listed =
        lists.isGiven() ? lists.entities(err) : QualityReport.madeUp(entities, seed);
    if (!QualityReport.canMeasure(listed)) {
      throw new UsageException("no person with a name of two parts on the list");
    }
    var index = new ScreeningIndex(new NameParser(), listed);
    var report = new QualityReport(index, ScreeningPolicy.STANDARD, listed, seed);
    PrintWriter out = spec.commandLine().getOut();
    for (QualityReport.Row row : report.measure(count)) {
      out.printf("%-30s %7d of %7d  %.4f%n", row.what(), row.found(), row.asked(), row.share());
    }
    out.flush();
    return 0;
  }
}
