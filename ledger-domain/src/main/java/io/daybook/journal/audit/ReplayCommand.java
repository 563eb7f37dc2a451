package io.daybook.journal.audit;

import io.daybook.journal.audit.ReplayCheck.Until;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      paramLabel = "POSITION|TIME",
      description =
          "The index of the last record to replay, from 0, or a time such as"
              + " 2026-11-01T00:00:00Z: the replay ends before the first later record.")
  private @Nullable String until;

  @Option(names = "--json", description = "Print the state as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    Until end = until();
    var listing = new StateListing();
    try (var domain = new DomainReplay(listing)) {
      AuditReport report = verify(domain, end);
      var out = spec.commandLine().getOut();
      var state = new StateReport(domain.ledger(), listing, report);
      out.print(isJson ? state.json() : state.text());
      out.flush();
      return report.verdict().exitCode();
    }
  }

  private Until until() {
    if (until == null) {
      return Until.END;
    }
    if (until.matches("[0-9]{1,18}")) {
      return new Until(Long.parseLong(until), Long.MAX_VALUE);
    }
    try {
      return new Until(Long.MAX_VALUE, Instant.parse(until).toEpochMilli());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new UsageException(
          "--until: give a position from 0 or a time such as 2026-11-01T00:00:00Z, not " + until);
    }
  }

  private AuditReport verify(DomainReplay domain, Until end) throws IOException {
    try (var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      return new JournalVerifier(trust.keys(), Optional.empty(), Evidence.NONE, progress)
          .verify(export, domain, end);
    }
  }
}
