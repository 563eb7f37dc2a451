package io.daybook.journal.audit;

import static io.daybook.journal.audit.ReportText.printable;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a proof that one event is in the log. */
@Command(
    name = "prove",
    description = "Writes a proof that an event is in the journal, to be read without the export.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ProveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EXPORT", description = "The export: folder or zip file.")
  private Path export;

  @Parameters(index = "1", paramLabel = "EVENT_ID", description = "The event's id.")
  private String eventId;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write; else to the output.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    try {
      write(prove());
      return 0;
    } catch (MalformedException e) {
      spec.commandLine()
          .getErr()
          .println("daybook-audit: " + printable(e.getMessage()) + "; run 'verify' on this export");
      return AuditReport.Verdict.TAMPERED.exitCode();
    }
  }

  private String prove() throws IOException {
    try (var files = ExportFiles.open(export);
        var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      return new Prover(files, progress).prove(eventId).format();
    }
  }

  private void write(String proof) throws IOException {
    if (out == null) {
      spec.commandLine().getOut().print(proof);
      spec.commandLine().getOut().flush();
    } else {
      Files.write(out, proof.getBytes(UTF_8));
      spec.commandLine().getErr().println("written to " + out);
    }
  }
}
