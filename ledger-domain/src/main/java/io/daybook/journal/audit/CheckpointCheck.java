package io.daybook.journal.audit;

import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads signed checkpoints strictly (V2) and verifies their signatures (V3). */
final class CheckpointCheck {
  private final Policy policy;
  private final Findings findings;

  CheckpointCheck(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /**
   * A well-formed checkpoint.
   *
   * @param signedAt when it was signed, in milliseconds; absent if a signature does not hold
   */
  record Dated(Checkpoint checkpoint, OptionalLong signedAt) {}

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
      boolean isSigned = verify(source, note, checkpoint);
      return Optional.of(
          new Dated(checkpoint, isSigned ? SigningTime.of(policy, note) : OptionalLong.empty()));
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

  private boolean verify(String source, SignedNote note, Checkpoint checkpoint) {
    findings.checked(Check.V3);
    List<VerifierKey> missing = policy.missingSignatures(checkpoint, note);
    for (VerifierKey key : missing) {
      boolean there = note.signatures().stream().anyMatch(line -> line.isBy(key));
      findings.tampering(
          Check.V3,
          Place.NOWHERE,
          source,
          "a valid signature by " + key,
          there ? "an invalid signature" : "no signature by this key");
    }
    return missing.isEmpty();
  }

  private void malformed(String source, MalformedException e) {
    findings.tampering(Check.V2, Place.NOWHERE, source, "a well-formed checkpoint", e.getMessage());
  }
}
