package io.daybook.journal.audit;

import static io.daybook.journal.audit.ReportText.printable;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.proof.TlogProof;
import java.io.IOException;
import java.io.PrintWriter;
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

  @Option(names = "--json", description = "Print what is proved, and the proof, as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException {
    try {
      write(prove());
      return 0;
    } catch (MalformedException e) {
      if (isJson) {
        print(ReportJson.print(ProofJson.notProved(e.getMessage())));
      }
      PrintWriter err = spec.commandLine().getErr();
      err.println("daybook-audit: " + printable(e.getMessage()) + "; run 'verify' on this export");
      return AuditReport.Verdict.TAMPERED.exitCode();
    }
  }

  private TlogProof prove() throws IOException {
    try (var files = ExportFiles.open(export);
        var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      return new Prover(files, progress).prove(eventId);
    }
  }

  private void write(TlogProof proof) throws IOException {
    if (out != null) {
      writeTo(out, proof.format());
    }
    if (isJson) {
      print(json(proof));
    } else if (out == null) {
      print(proof.format());
    }
  }

  private void writeTo(Path file, String proof) {
    try {
      Files.write(file, proof.getBytes(UTF_8));
      spec.commandLine().getErr().println("written to " + file);
    } catch (IOException e) {
      throw new UsageException("--out: cannot write " + file + ": " + ExportFiles.reason(e));
    }
  }

  private static String json(TlogProof proof) {
    var note = SignedNote.parse(proof.checkpoint().getBytes(UTF_8));
    var header = Header.decode(proof.header().toArray());
    var json = ProofJson.proved(proof.leafIndex(), header, Checkpoint.parse(note.text()));
    json.addProperty("proof", proof.format());
    return ReportJson.print(json);
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
