package io.daybook.journal.audit;

import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.VerifierKey;
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
    return algorithms < SignatureAlgorithm.values().length ? Source.PARTLY_GIVEN : Source.GIVEN;
  }

  /** Returns the export's policy if it is well-formed; notes every key that is not trusted. */
  Optional<Policy> check(ExportFiles files, Findings findings) {
    try {
      var policy = Policy.parse(files.read(LogLayout.POLICY, Policy.MAX_BYTES));
      compare(policy, findings);
      return Optional.of(policy);
    } catch (MalformedException e) {
      findings.tampering(
          Check.V1, Place.NOWHERE, LogLayout.POLICY, "a well-formed policy", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V1, LogLayout.POLICY, ExportFiles.reason(e));
    }
    return Optional.empty();
  }

  private void compare(Policy policy, Findings findings) {
    Set<SignatureAlgorithm> covered = givenAlgorithms();
    for (VerifierKey key : policy.keys()) {
      findings.checked(Check.V1);
      if (covered.contains(key.algorithm()) && !given.contains(key)) {
        findings.tampering(
            Check.V1, Place.NOWHERE, "a key in the policy", "one of " + given, key.format());
      }
    }
    for (VerifierKey key : given) {
      if (!policy.keys().contains(key)) {
        findings.tampering(
            Check.V1, Place.NOWHERE, "the key that you gave", key.toString(), "not in the policy");
      }
    }
  }

  private Set<SignatureAlgorithm> givenAlgorithms() {
    return given.stream()
        .map(VerifierKey::algorithm)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureAlgorithm.class)));
  }
}
