package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyHistory;
import io.daybook.journal.keys.KeyUse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that the auditor brings along, compared with those in the export (V1). */
public final class Trust {
  /** Whose keys a verification rests on. */
  public enum Source {
    /** Every key was given by the auditor. */
    GIVEN("the keys that you gave"),
    /** The auditor gave keys for one signature algorithm only. */
    PARTLY_GIVEN(
        "the keys that you gave, and for the other algorithm under the key in the export itself:"
            + " pass one --key for each to trust neither blindly"),
    /** The auditor gave none. */
    EXPORT(
        "the keys in the export itself: whoever made the export could have made them up; pass"
            + " --key or --policy with keys that you hold from elsewhere");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final Set<VerifierKey> given;

  /** Takes the keys that the auditor trusts; none means to believe the export. */
  public Trust(List<VerifierKey> given) {
    this.given = new LinkedHashSet<>(given);
  }

  Source source() {
    int algorithms = givenAlgorithms().size();
    if (algorithms == 0) {
      return Source.EXPORT;
    }
    return algorithms < SignatureAlgorithm.OF_LOGS.size() ? Source.PARTLY_GIVEN : Source.GIVEN;
  }

  /** Returns the export's policy if it is well-formed. */
  Optional<Policy> check(ExportFiles files, Findings findings) {
    try {
      var policy = Policy.parse(files.read(LogLayout.POLICY, Policy.MAX_BYTES));
      policy.keys().forEach(key -> findings.checked(Check.V1));
      return Optional.of(policy);
    } catch (MalformedException e) {
      findings.tampering(
          Check.V1, Place.NOWHERE, LogLayout.POLICY, "a well-formed policy", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V1, LogLayout.POLICY, ExportFiles.reason(e));
    }
    return Optional.empty();
  }

  /**
   * Compares the keys that are trusted with those that the log has, or had, by its records. One
   * that was in use at some time is enough: what came after it, it has agreed to.
   *
   * @param signers the log's keys that validly signed a checkpoint of this export
   */
  void compare(Policy policy, KeyHistory history, Set<VerifierKey> signers, Findings findings) {
    for (VerifierKey key : policy.keys()) {
      if (!isKnown(history, key)) {
        unknown(findings, "a key in the policy", "one of the log's keys by its records", key);
      } else if (isCovered(key) && trusted(history, key.algorithm()).isEmpty()) {
        unknown(findings, "a key in the policy", "one of " + given, key);
      }
    }
    for (VerifierKey key : given) {
      if (!isKnown(history, key)) {
        unknown(findings, "the key that you gave", key.toString(), "none of the log's keys");
      } else if (isLogKey(history, key) && !signers.contains(key)) {
        findings.incomplete(
            Check.V1, "a checkpoint signed by the key that you gave, " + key, "there is none");
      }
    }
  }

  private boolean isCovered(VerifierKey key) {
    return givenAlgorithms().contains(key.algorithm());
  }

  private List<VerifierKey> trusted(KeyHistory history, SignatureAlgorithm algorithm) {
    return given.stream()
        .filter(key -> key.algorithm() == algorithm && isKnown(history, key))
        .toList();
  }

  private static boolean isKnown(KeyHistory history, VerifierKey key) {
    return history.find(key.id()).filter(known -> known.key().equals(key)).isPresent();
  }

  private static boolean isLogKey(KeyHistory history, VerifierKey key) {
    return history.find(key.id()).filter(known -> known.use() == KeyUse.LOG).isPresent();
  }

  private static void unknown(Findings findings, String what, String expected, VerifierKey key) {
    unknown(findings, what, expected, key.format());
  }

  private static void unknown(Findings findings, String what, String expected, String actual) {
    findings.tampering(Check.V1, Place.NOWHERE, what, expected, actual);
  }

  private Set<SignatureAlgorithm> givenAlgorithms() {
    return given.stream()
        .map(VerifierKey::algorithm)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureAlgorithm.class)));
  }
}
