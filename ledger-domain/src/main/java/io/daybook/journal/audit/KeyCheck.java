package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Finding.Place;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyHistory;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import java.util.ArrayList;
import java.util.List;

/** Follows the log's keys from record to record: each change must be what the keys before want. */
final class KeyCheck {
  private static final String CREATED = "journal.LogCreated";

  private final Policy policy;
  private final Findings findings;
  private final KeyHistory history;
  private boolean hasBegun;

  /** Prepares for a log with that policy, whose keys count as its first if no record names them. */
  KeyCheck(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
    this.history = new KeyHistory(policy.origin());
  }

  /** Returns the keys as of the last record that was taken. */
  KeyHistory history() {
    return history;
  }

  /** As {@link #history}; if no first record named keys, it has those of the policy. */
  KeyHistory begun() {
    if (!hasBegun) {
      beginWithPolicy();
    }
    return history;
  }

  private void beginWithPolicy() {
    hasBegun = true;
    policy.keys().forEach(key -> history.begin(new Introduce(key, KeyUse.LOG, List.of())));
    findings.skipped(Check.V17, "no first record names the keys with which the log began");
  }

  /** Takes the next record; its payload is known to be the one that was recorded. */
  void add(Recorded row) {
    Bytes payload = row.payload();
    String type = row.facts().format().type();
    if (payload == null || !type.startsWith("journal.")) {
      return;
    }
    findings.checked(Check.V17);
    try {
      switch (type) {
        case CREATED -> begin(row, StrictJson.parse(payload));
        case "journal.KeyIntroduced" -> apply(row, payload, Introduce.class);
        case "journal.KeyRetired" -> apply(row, payload, KeyAct.Retire.class);
        case "journal.KeyRevoked" -> apply(row, payload, KeyAct.Revoke.class);
        default -> {
          // Nothing about keys.
        }
      }
    } catch (RuleViolation e) {
      fail(row, type + ": " + e.what(), e.expected(), e.actual());
    } catch (MalformedException e) {
      fail(row, type, "a well-formed record of keys", String.valueOf(e.getMessage()));
    }
  }

  private void begin(Recorded row, StrictJson created) {
    if (hasBegun) {
      fail(row, CREATED, "at index 0 and nowhere else", "at index " + row.leafIndex());
      return;
    }
    hasBegun = true;
    var logKeys = new ArrayList<VerifierKey>();
    for (String vkey : created.texts("keys")) {
      logKeys.add(VerifierKey.parse(vkey));
      begin(row, new Introduce(logKeys.getLast(), KeyUse.LOG, List.of()));
    }
    comparePolicyHash(row, logKeys, created.text("policyHash"));
  }

  private void begin(Recorded row, Introduce act) {
    history
        .begin(act)
        .ifPresent(objection ->
            fail(row, "a key of the log's beginning", "one that it may begin with", objection));
  }

  private void comparePolicyHash(Recorded row, List<VerifierKey> keys, String hash) {
    try {
      String first = new Policy(policy.origin(), keys).format();
      String derived = RecordHash.sha256(first.getBytes(UTF_8)).toHex();
      if (!derived.equals(hash)) {
        fail(row, "hash of the log's first policy", derived + " over its first keys", hash);
      }
    } catch (IllegalArgumentException e) {
      fail(row, "the log's first keys", "a policy", String.valueOf(e.getMessage()));
    }
  }

  private void apply(Recorded row, Bytes payload, Class<? extends KeyAct> kind) {
    var statement = KeyStatement.parse(StrictJson.parse(payload).text("statement"));
    if (!kind.isInstance(statement.act())) {
      fail(row, "statement", "to " + kind.getSimpleName(), statement.act().toString());
      return;
    }
    begun()
        .apply(row.leafIndex(), statement)
        .ifPresent(objection ->
            fail(
                row,
                "to " + kind.getSimpleName() + " " + statement.act().key(),
                "what the keys before allow",
                objection));
  }

  private void fail(Recorded row, String what, String expected, String actual) {
    var place = new Place(row.leafIndex(), row.facts().stream().aggregateId());
    findings.tampering(Check.V17, place, what, expected, actual);
  }
}
