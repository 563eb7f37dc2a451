package io.daybook.journal.audit;

import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyHistory;
import io.daybook.journal.keys.KeyUse;
import io.daybook.journal.keys.KnownKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Whether each checkpoint is signed by every key that was in use at its size (V3), and by none that
 * was not (V17). Checkpoints wait until the records that they cover have been read, because these
 * say which keys were in use.
 */
final class SignatureCheck {
  private final KeyCheck keys;
  private final WitnessCheck witnesses;
  private final Findings findings;
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private final List<Run> runs = new ArrayList<>();
  private final Set<VerifierKey> seen = new HashSet<>();

  SignatureCheck(KeyCheck keys, WitnessCheck witnesses, Findings findings) {
    this.keys = keys;
    this.witnesses = witnesses;
    this.findings = findings;
  }

  private record Waiting(String source, SignedNote note, Checkpoint checkpoint)
      implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      return Long.compare(checkpoint.size(), other.checkpoint.size());
    }
  }

  /** Neighbouring checkpoints that the same keys signed; there are few such runs. */
  private record Run(long largest, Set<VerifierKey> signers) {}

  void add(String source, SignedNote note, Checkpoint checkpoint) {
    waiting.add(new Waiting(source, note, checkpoint));
  }

  /** Checks what waits for no more than {@code size} records. */
  void settle(long size) {
    while (!waiting.isEmpty() && waiting.peek().checkpoint().size() <= size) {
      settle(waiting.remove());
    }
  }

  private void settle(Waiting next) {
    findings.checked(Check.V3);
    KeyHistory history = keys.begun();
    long size = next.checkpoint().size();
    var signers = new HashSet<VerifierKey>();
    for (VerifierKey key : history.logKeys(size == 0 ? 1 : size)) {
      if (next.note().isSignedBy(key, next.checkpoint())) {
        signers.add(key);
      } else {
        missing(next, key);
      }
    }
    for (KnownKey known : history.all()) {
      boolean isLate =
          known.use() == KeyUse.LOG && known.introducedAt() < size && !known.isInUse(size);
      if (isLate && next.note().signatures().stream().anyMatch(line -> line.isBy(known.key()))) {
        late(next, known);
      }
    }
    seen.addAll(signers);
    note(size, signers);
    witnesses.check(next.source(), next.note(), next.checkpoint());
  }

  private void missing(Waiting next, VerifierKey key) {
    boolean there = next.note().signatures().stream().anyMatch(line -> line.isBy(key));
    findings.tampering(
        Check.V3,
        Place.NOWHERE,
        next.source(),
        "a valid signature by " + key,
        there ? "an invalid signature" : "no signature by this key");
  }

  private void late(Waiting next, KnownKey known) {
    KnownKey.End end = known.end();
    findings.tampering(
        Check.V17,
        Place.NOWHERE,
        next.source() + ", of size " + next.checkpoint().size(),
        "no signature by " + known.key() + ", which has ended",
        "a signature after record " + (end == null ? -1 : end.at()));
  }

  private void note(long size, Set<VerifierKey> signers) {
    if (!runs.isEmpty() && runs.getLast().signers().equals(signers)) {
      runs.removeLast();
    }
    runs.add(new Run(size, signers));
  }

  /** Checks the rest, and what later revocations leave of the earlier signatures. */
  void finish() {
    settle(Long.MAX_VALUE);
    List<KnownKey> revoked =
        keys.history().all().stream().filter(SignatureCheck::isRevoked).toList();
    for (Run run : runs) {
      boolean isLeft = run.signers().isEmpty();
      for (VerifierKey signer : run.signers()) {
        isLeft |=
            revoked.stream()
                .noneMatch(known -> known.key().equals(signer) && !known.isTrusted(run.largest()));
      }
      if (!isLeft) {
        findings.tampering(
            Check.V3,
            Place.NOWHERE,
            "checkpoints up to size " + run.largest(),
            "a signature by a key that is not revoked",
            "only signatures by revoked keys");
      }
    }
  }

  private static boolean isRevoked(KnownKey known) {
    return known.end() != null && known.end().isRevoked();
  }

  /** Returns every key that speaks or spoke for the log, as far as its records were read. */
  Set<VerifierKey> logKeys(Policy policy) {
    var logKeys = new HashSet<>(policy.keys());
    keys.history().all().stream()
        .filter(known -> known.use() == KeyUse.LOG)
        .forEach(known -> logKeys.add(known.key()));
    return logKeys;
  }

  /** Returns the log's keys that validly signed at least one checkpoint. */
  Set<VerifierKey> signers() {
    return Set.copyOf(seen);
  }
}
