package io.daybook.journal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes every check and prints findings and coverage. */
@Command(
    name = "verify",
    description = "Verifies an export.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrustOptions trust;
  @Mixin private EvidenceOptions evidence;

  @Parameters(paramLabel = "EXPORT", description = "The export: a folder or a zip file.")
  private Path export;

  @Option(
      names = "--witness-policy",
      paramLabel = "FILE",
      description = "The witnesses that you trust and how many are needed (c2sp.org/tlog-policy).")
  private @Nullable Path witnessPolicy;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    AuditReport report = verify();
    var out = spec.commandLine().getOut();
    out.print(isJson ? ReportJson.of(report) : ReportText.of(report));
    out.flush();
    return report.verdict().exitCode();
  }

  private AuditReport verify() throws IOException {
    try (var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      var witnesses = TrustOptions.witnessPolicy(witnessPolicy);
      var report =
          new JournalVerifier(trust.keys(), witnesses, evidence.read(), progress).verify(export);
      evidence.remember(export, report);
      return report;
    }
  }
}
