package io.daybook.ui.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.checkpoint.WitnessPolicy;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.recorder.publication.SignedCheckpoint;
import io.daybook.ui.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies the signatures of checkpoints for their pages. */
@Component
class CheckpointSignatures {
  /** Years beyond this no clock shows; a signature may claim any. */
  private static final long MAX_SECONDS = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final LogBrowser log;

  CheckpointSignatures(LogBrowser log) {
    this.log = log;
  }

  /**
   * One signature line.
   *
   * @param signer {@code log}, {@code witness} or {@code unknown}
   * @param algorithm empty if the signer is not known
   * @param time when it was made, as it says itself; absent if it does not
   * @param tone {@code good}, {@code bad} or {@code idle}
   * @param verdict the same in a word
   */
  record Line(
      String signer,
      String name,
      String keyId,
      String algorithm,
      @Nullable Moment time,
      String tone,
      String verdict) {}

  /**
   * A checkpoint as its pages show it.
   *
   * @param time when it was signed, as one of its log's signatures says; absent if none does
   * @param isSigned whether every key that had to sign it has
   * @param witnesses what there is to say about its witnesses
   * @param witnessTone {@code good}, {@code warn} or {@code idle}
   */
  record Judged(
      long size,
      String origin,
      String root,
      String note,
      List<Line> lines,
      @Nullable Moment time,
      boolean isSigned,
      String witnesses,
      String witnessTone) {}

  Judged judge(SignedCheckpoint signed) {
    Checkpoint checkpoint = signed.checkpoint();
    List<VerifierKey> logKeys = log.policy(Math.max(1, checkpoint.size())).keys();
    Optional<WitnessPolicy> policy = witnessPolicy();
    List<VerifierKey> witnessKeys =
        policy.stream()
            .flatMap(known -> known.witnesses().stream())
            .map(WitnessPolicy.Witness::key)
            .toList();
    var valid = new HashSet<VerifierKey>();
    var lines = new ArrayList<Line>();
    for (NoteSignature line : SignedNote.parse(signed.note().getBytes(UTF_8)).signatures()) {
      Optional<VerifierKey> key = key(line, logKeys).or(() -> key(line, witnessKeys));
      boolean isValid = key.filter(by -> new NoteVerifier(by).verify(checkpoint, line)).isPresent();
      key.filter(by -> isValid).ifPresent(valid::add);
      String signer = key.map(by -> logKeys.contains(by) ? "log" : "witness").orElse("unknown");
      lines.add(line(line, signer, key, isValid));
    }
    return judged(signed, lines, valid.containsAll(logKeys), policy, valid);
  }

  private static Judged judged(
      SignedCheckpoint signed,
      List<Line> lines,
      boolean isSigned,
      Optional<WitnessPolicy> policy,
      Set<VerifierKey> valid) {
    Checkpoint checkpoint = signed.checkpoint();
    boolean isWanted = policy.filter(WitnessPolicy::hasQuorum).isPresent();
    boolean isReached = policy.filter(wanted -> wanted.isSatisfiedBy(valid)).isPresent();
    long cosigned = lines.stream().filter(CheckpointSignatures::isCosignature).count();
    return new Judged(
        checkpoint.size(),
        checkpoint.origin(),
        checkpoint.rootHash().toHex(),
        signed.note(),
        lines,
        lines.stream()
            .filter(line -> line.signer().equals("log") && line.time() != null)
            .map(Line::time)
            .findFirst()
            .orElse(null),
        isSigned,
        isWanted ? quorum(cosigned, isReached) : withoutQuorum(cosigned),
        isWanted ? witnessTone(isReached) : "idle");
  }

  private static String quorum(long cosigned, boolean isReached) {
    return cosigned + (isReached ? ", quorum reached" : ", quorum not reached");
  }

  private static String withoutQuorum(long cosigned) {
    return cosigned == 0 ? "none asked" : cosigned + ", none needed";
  }

  private static String witnessTone(boolean isReached) {
    return isReached ? "good" : "warn";
  }

  private static boolean isCosignature(Line line) {
    return line.signer().equals("witness") && line.tone().equals("good");
  }

  private Optional<WitnessPolicy> witnessPolicy() {
    try {
      return log.witnessPolicy().map(WitnessPolicy::parse);
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static Optional<VerifierKey> key(NoteSignature line, List<VerifierKey> keys) {
    return keys.stream().filter(line::isBy).findFirst();
  }

  private static Line line(
      NoteSignature line, String signer, Optional<VerifierKey> key, boolean isValid) {
    return new Line(
        signer,
        line.keyName(),
        HexFormat.of().toHexDigits(line.keyId()),
        key.map(by -> by.algorithm().jcaName()).orElse(""),
        key.filter(by -> by.algorithm() != SignatureAlgorithm.ED25519)
            .flatMap(by -> time(line))
            .orElse(null),
        key.isEmpty() ? "idle" : isValid ? "good" : "bad",
        key.isEmpty() ? "key not known here" : isValid ? "valid" : "not valid");
  }

  private static Optional<Moment> time(NoteSignature line) {
    if (line.signature().length() < Long.BYTES) {
      return Optional.empty();
    }
    long seconds = line.timestampSeconds();
    return seconds < 0 || seconds > MAX_SECONDS
        ? Optional.empty()
        : Optional.of(Moment.of(Instant.ofEpochSecond(seconds)));
  }
}
