package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.daybook.journal.Bytes;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.proof.Receipt;
import io.daybook.journal.proof.TlogProof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a proof by itself. */
@Command(
    name = "check",
    description = "Verifies a proof or a receipt under keys that you hold.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrustOptions trust;

  @Parameters(paramLabel = "PROOF", description = "The file of the proof or receipt.")
  private Path file;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    List<VerifierKey> keys = trust.keys();
    if (keys.isEmpty()) {
      throw new UsageException("a proof says nothing without keys: give --key or --policy");
    }
    try {
      print(check(read(), keys));
      return 0;
    } catch (MalformedException e) {
      String reason = e.getMessage();
      print(
          isJson
              ? ReportJson.print(ProofJson.notProved(reason))
              : "NOT PROVED: " + ReportText.printable(reason) + "\n");
      return AuditReport.Verdict.TAMPERED.exitCode();
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private byte[] read() {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Receipt.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UsageException("cannot read the proof " + file + ": " + ExportFiles.reason(e));
    }
  }

  private String check(byte[] bytes, List<VerifierKey> keys) {
    return Receipt.isReceipt(bytes)
        ? checkReceipt(Receipt.parse(bytes), keys)
        : checkProof(TlogProof.parse(bytes), keys);
  }

  private String checkProof(TlogProof proof, List<VerifierKey> keys) {
    Checkpoint checkpoint = checkpoint(proof.checkpoint(), keys);
    Header header = proof.verify(checkpoint);
    return isJson
        ? ReportJson.print(ProofJson.proved(proof.leafIndex(), header, checkpoint))
        : describe(proof.leafIndex(), header, checkpoint);
  }

  private String checkReceipt(Receipt receipt, List<VerifierKey> keys) {
    Checkpoint checkpoint = checkpoint(receipt.checkpoint(), keys);
    var text = new StringBuilder();
    var records = new JsonArray();
    for (Receipt.Item item : receipt.items()) {
      Header header = item.verify(checkpoint);
      Bytes payload = item.payload();
      String shown = payload == null ? "(erased)" : new String(payload.toArray(), UTF_8);
      text.append(describe(item.leafIndex(), header, checkpoint));
      text.append("  payload ").append(ReportText.printable(shown)).append("\n");
      JsonObject record = ProofJson.proved(item.leafIndex(), header, checkpoint);
      record.addProperty("payload", payload == null ? null : shown);
      records.add(record);
    }
    var json = new JsonObject();
    json.addProperty("verdict", "proved");
    json.add("records", records);
    return isJson ? ReportJson.print(json) : text.toString();
  }

  private static Checkpoint checkpoint(String text, List<VerifierKey> keys) {
    var note = SignedNote.parse(text.getBytes(UTF_8));
    var checkpoint = Checkpoint.parse(note.text());
    keys.forEach(key -> requireSignature(key, checkpoint, note));
    return checkpoint;
  }

  private static void requireSignature(VerifierKey key, Checkpoint checkpoint, SignedNote note) {
    var verifier = new NoteVerifier(key);
    boolean isSigned =
        key.name().equals(checkpoint.origin())
            && note.signatures().stream().anyMatch(line -> verifier.verify(checkpoint, line));
    if (!isSigned) {
      throw new MalformedException("the checkpoint has no valid signature by " + key, 0);
    }
  }

  private static String describe(long index, Header header, Checkpoint checkpoint) {
    var text = new StringBuilder("PROVED: record " + index + " of " + checkpoint.origin());
    text.append(", in the tree of ").append(checkpoint.size()).append(" records\n");
    Columns.of(header.facts())
        .forEach(
            (name, value) -> text.append("  " + name + " " + ReportText.printable(value) + "\n"));
    return text.append("  payload_commitment " + header.payloadCommitment() + "\n").toString();
  }
}
