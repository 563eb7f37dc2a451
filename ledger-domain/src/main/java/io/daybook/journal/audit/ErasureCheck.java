package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.audit.Finding.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells erasures from deletions (V16): a payload may be missing only if a later record names it,
 * with a legal basis and two different officers, neither of them the person.
 *
 * <p>Memory grows with the number of erased payloads.
 */
final class ErasureCheck {
  /** The stable name of the events that name erased payloads. */
  static final String RECORDED = "retention.ErasureRecorded";

  /** What alone may be erased: the rest says nothing that could be anybody's secret. */
  private static final String ERASABLE = "kyb.casefile.";

  private static final String EXPECTED =
      "a payload, or an erasure record with two approvers later in the journal";

  private final Findings findings;
  private final Map<Long, Recorded> missing = new TreeMap<>();
  private long erased;
  private long present;
  private long records;
  private long keys;

  ErasureCheck(Findings findings) {
    this.findings = findings;
  }

  /** Looks at a row that stood all other checks. */
  void add(Recorded row) {
    findings.checked(Check.V16);
    @Nullable Bytes payload = row.payload();
    if (payload == null) {
      missing.put(row.leafIndex(), row);
    } else if (row.facts().format().type().equals(RECORDED)) {
      try {
        apply(row, StrictJson.parse(payload));
      } catch (RuleViolation violation) {
        refuse(row, violation);
      }
    }
  }

  private void apply(Recorded row, StrictJson erasure) {
    requireFourEyes(erasure);
    erasure.text("basis");
    List<StrictJson> named = erasure.objects("records");
    for (StrictJson record : named) {
      long index = record.integer("index");
      String eventId = record.text("eventId");
      RuleViolation.unless(
          index < row.leafIndex(), "erased record", "one before this record", "record " + index);
      settle(index, eventId);
    }
    records++;
    keys += erasure.texts("keys").size();
  }

  private void settle(long index, String eventId) {
    @Nullable Recorded row = missing.get(index);
    if (row == null) {
      // An export made before the erasure still has it; its texts are sealed under a lost key.
      present++;
      return;
    }
    RuleViolation.unless(
        row.facts().eventId().equals(eventId),
        "event id of erased record " + index,
        row.facts().eventId(),
        eventId);
    String type = row.facts().format().type();
    RuleViolation.unless(
        type.startsWith(ERASABLE),
        "type of erased record " + index,
        "an event of a KYB case",
        type);
    missing.remove(index);
    erased++;
  }

  private static void requireFourEyes(StrictJson erasure) {
    String person = erasure.text("person");
    String proposedBy = erasure.text("proposedBy");
    String approvedBy = erasure.text("approvedBy");
    boolean areThree =
        !proposedBy.equals(approvedBy) && !person.equals(proposedBy) && !person.equals(approvedBy);
    RuleViolation.unless(
        areThree,
        "approvers",
        "two different officers, neither of them the person",
        proposedBy + " and " + approvedBy + " for " + person);
  }

  private void refuse(Recorded row, RuleViolation violation) {
    findings.tampering(
        Check.V16,
        place(row),
        "erasure record: " + violation.what(),
        violation.expected(),
        violation.actual());
  }

  /** Reports what no record has explained. */
  void finish() {
    for (Recorded row : missing.values()) {
      String type = row.facts().format().type();
      findings.tampering(
          Check.V16, place(row), "payload of " + type, EXPECTED, "no payload and no such record");
    }
    if (records > 0) {
      String older = present == 0 ? "" : ", " + present + " more are in this older export still";
      findings.remark(
          Check.V16,
          "%d payloads ERASED by %d erasure records, %d keys destroyed%s"
              .formatted(erased, records, keys, older));
    }
  }

  private static Place place(Recorded row) {
    return new Place(row.leafIndex(), row.facts().stream().aggregateId());
  }
}
