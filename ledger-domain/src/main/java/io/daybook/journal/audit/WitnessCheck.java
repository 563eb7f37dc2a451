package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.checkpoint.WitnessPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether enough witnesses cosigned, when, and in order (V4). Checkpoints come by ascending size.
 *
 * <p>The policy is the one that the auditor brings, else the one that the log recorded for that
 * size.
 */
final class WitnessCheck {
  /** How far a witness's clock may be ahead of the auditor's. */
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  private final Optional<WitnessPolicy> given;
  private final Findings findings;
  private final InstantSource clock;
  private final TreeMap<Long, WitnessPolicy> recorded = new TreeMap<>();
  private final Map<VerifierKey, Long> lastTime = new HashMap<>();
  private long largestWitnessed = -1;
  private long witnessed;
  private long required;
  private long newest = -1;
  private boolean newestIsWitnessed = true;

  WitnessCheck(Optional<WitnessPolicy> given, Findings findings, InstantSource clock) {
    this.given = given;
    this.findings = findings;
    this.clock = clock;
  }

  /** Takes the next record, which may change the policy. */
  void add(Recorded row) {
    Bytes payload = row.payload();
    if (payload == null || !row.facts().format().type().equals("journal.WitnessPolicyChanged")) {
      return;
    }
    var place = new Place(row.leafIndex(), row.facts().stream().aggregateId());
    try {
      var policy = WitnessPolicy.parse(StrictJson.parse(payload).text("policy"));
      recorded.put(row.leafIndex() + 1, policy);
    } catch (RuleViolation e) {
      findings.tampering(Check.V4, place, e.what(), e.expected(), e.actual());
    } catch (MalformedException e) {
      findings.tampering(
          Check.V4, place, "witness policy", "a well-formed one", String.valueOf(e.getMessage()));
    }
  }

  private Optional<WitnessPolicy> policyAt(long size) {
    return given.or(() -> Optional.ofNullable(recorded.floorEntry(size)).map(Map.Entry::getValue));
  }

  void check(String source, SignedNote note, Checkpoint checkpoint) {
    Optional<WitnessPolicy> policy = policyAt(checkpoint.size());
    if (policy.isEmpty()) {
      return;
    }
    Set<VerifierKey> cosigners = cosigners(source, note, checkpoint, policy.get());
    newest = Math.max(newest, checkpoint.size());
    boolean isEnough = policy.get().isSatisfiedBy(cosigners);
    if (policy.get().hasQuorum()) {
      findings.checked(Check.V4);
      required++;
      witnessed += isEnough ? 1 : 0;
    }
    if (isEnough) {
      largestWitnessed = Math.max(largestWitnessed, checkpoint.size());
    }
    newestIsWitnessed = largestWitnessed >= newest;
  }

  private Set<VerifierKey> cosigners(
      String source, SignedNote note, Checkpoint checkpoint, WitnessPolicy policy) {
    var cosigners = new HashSet<VerifierKey>();
    for (WitnessPolicy.Witness witness : policy.witnesses()) {
      var verifier = new NoteVerifier(witness.key());
      for (NoteSignature line : note.signatures()) {
        if (!line.isBy(witness.key())) {
          continue;
        }
        if (!verifier.verify(checkpoint, line)) {
          fail(source, "a valid cosignature by " + witness.key(), "an invalid one");
        } else if (isTimely(source, witness.key(), line.timestampSeconds())) {
          cosigners.add(witness.key());
        }
      }
    }
    return cosigners;
  }

  private boolean isTimely(String source, VerifierKey witness, long time) {
    long latest = clock.instant().plus(LEEWAY).getEpochSecond();
    long earliest = lastTime.getOrDefault(witness, 1L);
    if (time > latest) {
      fail(source, "a cosignature by " + witness + " at " + latest + " or before", time + " (s)");
      return false;
    }
    if (time < earliest) {
      String expected = "a cosignature by " + witness + " at " + earliest + " or after";
      fail(source, expected, time + " (s), before that of a smaller tree");
      return false;
    }
    lastTime.put(witness, time);
    return true;
  }

  private void fail(String source, String expected, String actual) {
    findings.tampering(Check.V4, Place.NOWHERE, source, expected, actual);
  }

  /** Says how far the witnesses saw. */
  void finish() {
    findings.skippedIfUnused(
        Check.V4, "neither you nor the log name witnesses that are needed; pass --witness-policy");
    findings.remark(
        Check.V4,
        witnessed
            + " of "
            + required
            + " checkpoints have their quorum, under the policy that "
            + (given.isPresent() ? "you gave" : "the log recorded itself"));
    if (!newestIsWitnessed) {
      findings.incomplete(
          Check.V4,
          "the witnesses' quorum on the newest checkpoint, of size " + newest,
          largestWitnessed < 0 ? "no checkpoint has one" : "up to size " + largestWitnessed);
    }
  }
}
