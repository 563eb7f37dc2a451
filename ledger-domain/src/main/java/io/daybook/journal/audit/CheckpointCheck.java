package io.daybook.journal.audit;

import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads signed checkpoints strictly (V2) and hands their signatures on. */
final class CheckpointCheck {
  private final Policy policy;
  private final Findings findings;
  private final SignatureCheck signatures;

  CheckpointCheck(Policy policy, Findings findings, SignatureCheck signatures) {
    this.policy = policy;
    this.findings = findings;
    this.signatures = signatures;
  }

  /** A well-formed checkpoint and the note that it is in. */
  record Dated(Checkpoint checkpoint, SignedNote note) {}

  /** Reads the checkpoint in file {@code name}; absent if it is missing or malformed. */
  Optional<Dated> check(ExportFiles files, String name) {
    try {
      return check(name, files.read(name, SignedNote.MAX_BYTES));
    } catch (MalformedException e) {
      malformed(name, e);
    } catch (IOException e) {
      findings.incomplete(Check.V2, name, ExportFiles.reason(e));
    }
    return Optional.empty();
  }

  /** Checks a checkpoint that comes from {@code source}; absent if it is malformed. */
  Optional<Dated> check(String source, byte[] bytes) {
    try {
      var note = SignedNote.parse(bytes);
      var checkpoint = Checkpoint.parse(note.text());
      compareOrigin(source, checkpoint);
      signatures.add(source, note, checkpoint);
      return Optional.of(new Dated(checkpoint, note));
    } catch (MalformedException e) {
      malformed(source, e);
      return Optional.empty();
    }
  }

  private void compareOrigin(String source, Checkpoint checkpoint) {
    findings.checked(Check.V2);
    if (!checkpoint.origin().equals(policy.origin())) {
      findings.tampering(
          Check.V2,
          Place.NOWHERE,
          source + ": origin",
          policy.origin() + " as in the policy",
          checkpoint.origin());
    }
  }

  /**
   * Returns when a checkpoint was signed, in milliseconds, to the second below; absent without a
   * valid signature that tells. Asked once the tree has grown to its size.
   */
  OptionalLong signedAt(Dated dated) {
    return SigningTime.of(signatures.logKeys(policy), dated.checkpoint(), dated.note());
  }

  private void malformed(String source, MalformedException e) {
    findings.tampering(Check.V2, Place.NOWHERE, source, "a well-formed checkpoint", e.getMessage());
  }
}
