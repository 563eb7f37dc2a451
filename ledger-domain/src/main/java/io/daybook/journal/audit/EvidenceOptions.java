package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.proof.TlogProof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name what the auditor holds from elsewhere. */
final class EvidenceOptions {
  @Option(
      names = "--against",
      paramLabel = "CHECKPOINT",
      description = "An older signed checkpoint that you hold; history must continue it.")
  private List<Path> against = new ArrayList<>();

  @Option(
      names = "--receipt",
      paramLabel = "PROOF",
      description = "A proof that you hold, such as a buyer's receipt; it must still be true.")
  private List<Path> receipts = new ArrayList<>();

  @Option(
      names = "--memory",
      paramLabel = "FILE",
      description =
          "Remembers the newest verified checkpoint here, and compares with that of last time.")
  private @Nullable Path memory;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "Roots that you read from a chain, in the format of an export's anchors.")
  private @Nullable Path anchors;

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "Ticket owners that you read from a chain; each must be the journal's.")
  private @Nullable Path owners;

  /**
   * Reads everything that was named.
   *
   * @throws UsageException if a file cannot be read, or is malformed and no part of the export
   */
  Evidence read() {
    var notes = new ArrayList<Evidence.Note>();
    against.forEach(file -> notes.add(note("the checkpoint that you hold", "--against", file)));
    receipts.forEach(file -> notes.add(receipt(file)));
    if (memory != null && Files.exists(memory)) {
      notes.add(note("the checkpoint remembered in " + memory, "--memory", memory));
    }
    return new Evidence(notes, Optional.ofNullable(anchors).map(this::anchors), ownersFile());
  }

  private Optional<Path> ownersFile() {
    if (owners != null && !Files.isReadable(owners)) {
      throw new UsageException("--owners: cannot read " + owners);
    }
    return Optional.ofNullable(owners);
  }

  private static Evidence.Note note(String source, String option, Path file) {
    return new Evidence.Note(source, Bytes.of(bytes(option, file, SignedNote.MAX_BYTES)));
  }

  /** A receipt is compared by its checkpoint, in whose tree it must have its place. */
  private static Evidence.Note receipt(Path file) {
    try {
      var proof = TlogProof.parse(bytes("--receipt", file, TlogProof.MAX_BYTES));
      byte[] note = proof.checkpoint().getBytes(UTF_8);
      var checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
      boolean holds =
          proof.leafIndex() < checkpoint.size()
              && new InclusionProof(proof.leafIndex(), checkpoint.size(), proof.path())
                  .verify(Header.leafHash(proof.header().toArray()), checkpoint.rootHash());
      if (!holds) {
        throw new UsageException("--receipt: " + file + " proves nothing by itself; run 'check'");
      }
      return new Evidence.Note("the receipt " + file, Bytes.of(note));
    } catch (MalformedException e) {
      throw new UsageException("--receipt: " + file + ": " + e.getMessage());
    }
  }

  private Anchors anchors(Path file) {
    try {
      return Anchors.parse(bytes("--anchors", file, Anchors.MAX_BYTES));
    } catch (MalformedException e) {
      throw new UsageException("--anchors: " + file + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(String option, Path file, int maxBytes) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes + 1); // One too many, so that it is refused as malformed.
    } catch (IOException e) {
      throw new UsageException(option + ": cannot read " + file + ": " + ExportFiles.reason(e));
    }
  }

  /** Keeps the checkpoint of a verified export, for the next time. */
  void remember(Path export, AuditReport report) throws IOException {
    if (memory != null && report.verdict() == AuditReport.Verdict.VERIFIED) {
      Path part = memory.resolveSibling(memory.getFileName() + ".part");
      try (var files = ExportFiles.open(export)) {
        Files.write(part, files.read(LogLayout.CHECKPOINT, SignedNote.MAX_BYTES));
      }
      Files.move(part, memory, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
