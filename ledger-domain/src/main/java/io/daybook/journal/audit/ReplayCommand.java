package io.daybook.journal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rebuilds the state of books, tickets and cases from the records alone. */
@Command(
    name = "replay",
    description = "Verifies an export and prints the state that its records add up to.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrustOptions trust;

  @Parameters(paramLabel = "EXPORT", description = "The export: a folder or a zip file.")
  private Path export;

  @Option(
      names = "--until",
      paramLabel = "POSITION",
      description = "The index of the last record to replay, from 0; all by default.")
  private long until = Long.MAX_VALUE;

  @Option(names = "--json", description = "Print the state as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    if (until < 0) {
      throw new UsageException("--until: a position is 0 or more, not " + until);
    }
    var domain = new DomainReplay();
    AuditReport report = verify(domain);
    var out = spec.commandLine().getOut();
    out.print(isJson ? StateReport.json(domain, report) : StateReport.text(domain, report));
    out.flush();
    return report.verdict().exitCode();
  }

  private AuditReport verify(DomainReplay domain) throws IOException {
    try (var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      return new JournalVerifier(trust.keys(), List.of(), progress).verify(export, domain, until);
    }
  }
}
