package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    String proof;
    try (var files = ExportFiles.open(export);
        var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      proof = new Prover(files, progress).prove(eventId).format();
    }
    if (out == null) {
      spec.commandLine().getOut().print(proof);
      spec.commandLine().getOut().flush();
    } else {
      Files.write(out, proof.getBytes(UTF_8));
      spec.commandLine().getErr().println("written to " + out);
    }
    return 0;
  }
}
